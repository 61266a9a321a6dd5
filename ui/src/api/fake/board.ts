import type { AppointmentView, BoardView, EndOfDayView, OpenVisitView } from "../bindings";
import { addMinutes, dateOf, minutesBetween } from "$/lib/time";
import type { FakeState, Handlers } from "./state";

const OPEN = ["scheduled", "arrived", "seated"];
const bySoonest = (one: AppointmentView, other: AppointmentView): number => (one.start < other.start ? -1 : 1);

/** The waiting room and the end of the day; lateness by chair alone, which is enough to look at. */
export function boardHandlers(state: FakeState): Handlers {
  const today = (): AppointmentView[] => {
    const date = dateOf(state.practice.now);
    return state.visits.filter((visit) => dateOf(visit.start) === date).sort(bySoonest);
  };
  const since = (at: string | null): number | null => (at ? Math.max(0, minutesBetween(at, state.practice.now)) : null);
  const later = (visit: AppointmentView, all: AppointmentView[]): number => {
    const { now } = state.practice;
    const sits = all.find((one) => one.status === "seated" && one.chair === visit.chair);
    const ends = sits ? addMinutes(sits.seated_at ?? sits.start, sits.minutes) : visit.start;
    const free = sits && ends < now ? now : ends;
    const from = visit.status === "arrived" && free < now ? now : free;
    return Math.max(0, minutesBetween(visit.start, from));
  };
  const board = (): BoardView => {
    const { now, waiting_alert } = state.practice;
    const all = today();
    const taken = all.filter((one) => one.status === "seated").map((one) => one.chair);
    const of = (status: AppointmentView["status"]): AppointmentView[] => all.filter((one) => one.status === status);
    const waiting = of("arrived").map((visit) => {
      const due = visit.arrived_at && visit.arrived_at > visit.start ? visit.arrived_at : visit.start;
      return {
        visit, minutes: since(visit.arrived_at), alert: minutesBetween(due, now) >= waiting_alert,
        expected: addMinutes(visit.start, later(visit, all)),
      };
    });
    const next = of("scheduled").filter((visit) => visit.start >= now).map((visit) => {
      const minutes = later(visit, all);
      return { visit, expected: addMinutes(visit.start, minutes), later: minutes < 5 ? 0 : minutes };
    });
    const behind = (provider: string): number => Math.max(0, ...all
      .filter((one) => one.provider === provider && ["seated", "arrived"].includes(one.status))
      .map((one) => one.status === "arrived" ? later(one, all) : Math.max(
        minutesBetween(one.start, one.seated_at ?? one.start), minutesBetween(one.end, now))));
    return {
      date: dateOf(now), now, alert_minutes: waiting_alert,
      waiting, next,
      in_chair: of("seated").sort((one, other) => one.chair_name.localeCompare(other.chair_name)).map((visit) => {
        const minutes = since(visit.seated_at);
        return { visit, minutes, over: Math.max(0, (minutes ?? 0) - visit.minutes), forgotten: false };
      }),
      late: of("scheduled").filter((visit) => visit.start < now)
        .map((visit) => ({ visit, minutes: minutesBetween(visit.start, now) })),
      seat_next: waiting.find((row) => !taken.includes(row.visit.chair))?.visit.id ?? null,
      providers: state.practice.providers
        .filter((one) => all.some((visit) => visit.provider === one.id))
        .map(({ id, name }) => ({ id, name, behind: behind(id) < 5 ? 0 : behind(id) })),
      done: of("completed").length,
      open: all.filter((one) => OPEN.includes(one.status)).length,
      day_over: now.slice(11) >= "18:00",
      left_open: left().length,
      unreadable: [],
    };
  };
  const left = (): AppointmentView[] => state.visits
    .filter((visit) => dateOf(visit.start) < dateOf(state.practice.now) && OPEN.includes(visit.status)).sort(bySoonest);
  const open = (visit: AppointmentView): OpenVisitView => ({
    visit,
    why: visit.status === "seated" ? "in_chair" : visit.status === "arrived" ? "waiting"
      : visit.start <= state.practice.now ? "not_arrived" : "to_come",
  });
  const end = (): EndOfDayView => {
    const all = today();
    const coming = state.visits
      .filter((visit) => dateOf(visit.start) > dateOf(state.practice.now) && visit.status === "scheduled").sort(bySoonest);
    const next_day = coming[0] ? dateOf(coming[0].start) : null;
    return {
      date: dateOf(state.practice.now), now: state.practice.now,
      open: all.filter((one) => OPEN.includes(one.status)).map(open),
      settled: all.filter((one) => !OPEN.includes(one.status)).length,
      left: left().map(open), left_total: left().length,
      next_day,
      unconfirmed: coming.filter((one) => dateOf(one.start) === next_day && one.confirmation !== "confirmed"),
      unreadable: [],
    };
  };
  return {
    "board.get": board,
    "day.end": end,
    "board.set_alert": ({ minutes }) => {
      state.practice = { ...state.practice, waiting_alert: minutes };
      state.tell("practice");
      return state.practice;
    },
  };
}
