import type { AppointmentView, ClosedView, ColumnView, DayView } from "$/api/bindings";
import { at, clockFrom, clockOf, dateOf, minutesOf } from "$/lib/time";

/** Where something is about to be: a booking being written, a visit being moved. */
export interface Place {
  /** Of the visit that is moved; null for a booking. */
  id: string | null;
  chair: string | null;
  start: string;
  minutes: number;
  name: string;
}

/** A visit in its column; minutes are those of the day that is drawn. */
export interface Laid {
  visit: AppointmentView;
  start: string;
  end: string;
  from: number;
  to: number;
  /** Those that overlap stand side by side: which of how many. */
  lane: number;
  lanes: number;
  moving: boolean;
}

export interface LaidColumn {
  column: ColumnView;
  visits: Laid[];
  closed: (ClosedView & { top: number; bottom: number })[];
}

/** Minutes between two lines of the day. */
export const SLOT = 30;
const DAY_MINUTES = 1440;

/** Minutes since the midnight that begins `date`, at most those of the day. */
export function minuteIn(date: string, local: string): number {
  const day = dateOf(local);
  return day < date ? 0 : day > date ? DAY_MINUTES : minutesOf(clockOf(local));
}

/** The stretch of the day that is drawn, in whole hours, with every visit in it. */
export function span(view: DayView): { from: number; to: number } {
  const starts = view.appointments.map((visit) => minuteIn(view.date, visit.start));
  const ends = view.appointments.map((visit) => minuteIn(view.date, visit.end));
  const from = Math.min(minutesOf(view.from), ...starts);
  const to = Math.max(minutesOf(view.to), ...ends);
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 };
}

/** The day by column; a visit that is being moved stands where it is about to be. */
export function lay(view: DayView, place: Place | null, endOf: (place: Place) => string): LaidColumn[] {
  return view.columns.map((column) => {
    const visits = view.appointments.flatMap((visit): Laid[] => {
      const moved = place?.id === visit.id ? place : null;
      if ((moved ? moved.chair : visit.chair) !== column.chair) return [];
      const [start, end] = moved ? [moved.start, endOf(moved)] : [visit.start, visit.end];
      if (dateOf(start) > view.date || dateOf(end) < view.date) return [];
      const [from, to] = [minuteIn(view.date, start), minuteIn(view.date, end)];
      return [{ visit, start, end, from, to: Math.max(to, from + 5), lane: 0, lanes: 1, moving: moved !== null }];
    });
    const closed = column.closed.map((one) => ({ ...one, top: minutesOf(one.from), bottom: minutesOf(one.to) }));
    return { column, visits: sideBySide(visits), closed };
  });
}

/** Gives visits that overlap, also through others, lanes of one width. */
function sideBySide(visits: Laid[]): Laid[] {
  const sorted = visits.sort((one, other) => one.from - other.from || other.to - one.to);
  let group: Laid[] = [];
  let ends: number[] = [];
  const close = (): void => {
    for (const one of group) one.lanes = ends.length;
    group = [];
    ends = [];
  };
  for (const one of sorted) {
    if (group.length > 0 && ends.every((end) => end <= one.from)) close();
    const free = ends.findIndex((end) => end <= one.from);
    one.lane = free < 0 ? ends.length : free;
    ends[one.lane] = one.to;
    group.push(one);
  }
  close();
  return sorted;
}

/** Whether what is placed is no visit of this day: a booking, or a visit of another date. */
export function isElsewhere(view: DayView, place: Place): boolean {
  return dateOf(place.start) === view.date && !view.appointments.some((visit) => visit.id === place.id);
}

/** A click falls on a quarter of an hour, unless a visit there ends later: then on its end. */
export function clickedStart(view: DayView, chair: string | null, clicked: string): string {
  const minutes = minutesOf(clockOf(clicked));
  const quarter = at(view.date, clockFrom(minutes - (minutes % 15)));
  const ends = view.appointments
    .filter((visit) => visit.chair === chair && visit.start <= quarter && visit.end > quarter)
    .map((visit) => visit.end)
    .filter((end) => end <= clicked);
  return ends.sort().pop() ?? quarter;
}
