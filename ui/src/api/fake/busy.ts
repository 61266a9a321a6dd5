import type { PracticeView } from "../bindings";
import { addDays, clockFrom } from "$/lib/time";

const PROVIDERS = [
  "Dr Okafor", "Dr Lindqvist", "Marta Silva", "Dr Haas", "Dr Nakamura", "Ines Duarte", "Dr Brandt", "Dr Ó Riain",
];

/** Where each of the eight works, for the columns by chair. */
export const BUSY_PLACES: Record<string, string[]> = Object.fromEntries(
  PROVIDERS.map((_, index) => [`d${index + 1}`, [`q${index + 1}`]]),
);

/** A practice of eight providers in ten chairs, two of them for whoever needs one. */
export function busyPractice(practice: PracticeView): PracticeView {
  return {
    ...practice,
    providers: PROVIDERS.map((name, index) => ({ id: `q${index + 1}`, name, hours: null, active: true, tint: index, exceptions: [] })),
    chairs: Array.from({ length: 10 }, (_, index) => ({ id: `d${index + 1}`, name: `Chair ${index + 1}`, hours: null, active: true, exceptions: [] })),
  };
}

/** 300 visits on a day, and 15 of each provider on every other day of its week. */
export function busyVisits(today: string): { date: string; chair: string; provider: string; clock: string; minutes: number; patient: number }[] {
  const many = Array.from({ length: 300 }, (_, index) => {
    const chair = index % 10;
    return {
      date: today, chair: `d${chair + 1}`, provider: `q${(chair % 8) + 1}`, patient: index % 300, minutes: 20,
      clock: clockFrom(480 + Math.floor(index / 10) * 20),
    };
  });
  const week = [1, 2, 3, 4].flatMap((ahead) =>
    Array.from({ length: 120 }, (_, index) => {
      const one = index % 8;
      return {
        date: addDays(today, ahead), chair: `d${one + 1}`, provider: `q${one + 1}`, patient: (index * 2 + ahead) % 300, minutes: 25,
        clock: clockFrom(480 + Math.floor(index / 8) * 30),
      };
    }),
  );
  return [...many, ...week];
}
