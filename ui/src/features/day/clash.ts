import type { AppointmentView, BlockOutView, ClashResource, ClosedWhy, ColumnView, DayView } from "$/api/bindings";
import { addMinutes, at, dateOf, minutesBetween, minutesOf } from "$/lib/time";
import type { Place } from "./layout";

/** What a place could not stand beside, as far as the days that are shown tell. The core decides. */
export interface Against {
  visits: { visit: AppointmentView; resource: ClashResource }[];
  closed: ClosedWhy | null;
  /** A block-out that keeps visits of this type away. */
  blocked: BlockOutView | null;
}

export const NOTHING: Against = { visits: [], closed: null, blocked: null };

const UNIT = 5;

/**
 * Whom a visit would clash with at a place (S1, S2), whether the time is blocked for it (S5) and
 * whether nobody works there then (S6); nothing is known of the type of one being written. Times
 * are those of the wall: in the night when clocks change, it may err, and the core does not.
 */
export function against(days: readonly DayView[], place: Place, visit: AppointmentView | null): Against {
  const day = days.find((one) => one.date === dateOf(place.start));
  if (!day || place.minutes <= 0) return NOTHING;
  const end = addMinutes(place.start, place.minutes);
  const near = day.appointments.filter(
    (other) => other.id !== place.id && other.status !== "missed" && other.start < end && place.start < other.end,
  );
  if (place.block) return { ...NOTHING, visits: covered(place, place.block, near) };
  return {
    visits: near.flatMap((other) => {
      const resource = shared(day.date, place, visit, other);
      return resource ? [{ visit: other, resource }] : [];
    }),
    closed: closedAt(day, place, end),
    blocked: blockedAt(day, place, end, visit),
  };
}

/** Visits that a block-out would lie over and keeps away (S5). */
function covered(place: Place, { effect, kept_for }: BlockOutView, near: AppointmentView[]): Against["visits"] {
  if (effect === "note") return [];
  const theirs = near.filter(
    ({ provider, chair, status }) => status !== "completed" && (!place.provider || provider === place.provider) && (!place.chair || chair === place.chair),
  );
  const away = theirs.filter((visit) => effect === "no_scheduling" || !kept_for.includes(visit.kind_name));
  return away.map((visit) => ({ visit, resource: place.provider ? "provider" : "chair" }));
}

function shared(
  date: string, place: Place, visit: AppointmentView | null, other: AppointmentView,
): ClashResource | null {
  if (place.chair !== null && other.chair === place.chair) return "chair";
  if (visit && other.patient === visit.patient) return "patient";
  if (place.provider === null || other.provider !== place.provider) return null;
  const ours = busy(date, place.start, place.minutes, visit?.pattern ?? null);
  const theirs = busy(date, other.start, other.minutes, other.pattern);
  return ours.some(([from, to]) => theirs.some(([begun, done]) => from < done && begun < to)) ? "provider" : null;
}

/** S2: when the provider is busy, in minutes of a date. A visit longer than its pattern keeps them to its end. */
export function busy(date: string, start: string, minutes: number, pattern: string | null): [number, number][] {
  const first = minutesBetween(at(date, "00:00"), start);
  const last = first + minutes;
  if (pattern === null) return [[first, last]];
  const spans: [number, number][] = [];
  const add = (from: number, to: number): void => {
    const before = spans[spans.length - 1];
    if (before && before[1] === from) before[1] = to;
    else if (from < to) spans.push([from, to]);
  };
  [...pattern].forEach((unit, index) => {
    const from = first + index * UNIT;
    if (unit === "X") add(Math.min(from, last), Math.min(from + UNIT, last));
  });
  const told = first + pattern.length * UNIT;
  if (told < last) add(told, last);
  return spans;
}

const ownColumn = (day: DayView, place: Place): ColumnView | undefined =>
  day.provider_columns.find((one) => one.provider !== null && one.provider === place.provider);
const chairColumn = (day: DayView, place: Place): ColumnView | undefined =>
  day.columns.find((one) => one.chair !== null && one.chair === place.chair);

/** Whether a stretch of a day falls into the time of a place. */
function falling(day: DayView, place: Place, end: string): (one: { from: string; to: string }) => boolean {
  const from = minutesBetween(at(day.date, "00:00"), place.start);
  const to = minutesBetween(at(day.date, "00:00"), end);
  return (one) => minutesOf(one.from) < to && from < minutesOf(one.to);
}

function blockedAt(day: DayView, place: Place, end: string, visit: AppointmentView | null): BlockOutView | null {
  const falls = falling(day, place, end);
  const all = [...(ownColumn(day, place)?.block_outs ?? []), ...(chairColumn(day, place)?.block_outs ?? [])];
  // One of a provider in one chair stands in the columns of both, and is about neither without the other.
  const concerns = ({ provider, chair }: BlockOutView): boolean =>
    (provider === null || provider === place.provider) && (chair === null || chair === place.chair);
  const keeps = ({ effect, kept_for }: BlockOutView): boolean =>
    effect === "no_scheduling" || (effect === "reserved" && visit !== null && !kept_for.includes(visit.kind_name));
  return all.find((one) => one.id !== place.id && falls(one) && concerns(one) && keeps(one)) ?? null;
}

function closedAt(day: DayView, place: Place, end: string): ClosedWhy | null {
  const falls = falling(day, place, end);
  const [own, chair] = [ownColumn(day, place), chairColumn(day, place)];
  // Where the provider is known, only their own hours say whether somebody works.
  const stretches = [...(own?.closed ?? []), ...(chair?.closed ?? []).filter(({ why }) => !own || why !== "nobody_works")];
  return stretches.find(falls)?.why ?? null;
}
