import type { AppointmentView, BlockOutView, ClosedView, DayView } from "$/api/bindings";
import { at, clockFrom, clockOf, dateOf, minutesOf } from "$/lib/time";
import { standsIn, type GridColumn } from "./columns";

/** Where something is about to be: a booking being written, a visit being moved. */
export interface Place {
  /** Of the visit that is moved; null for a booking. */
  id: string | null;
  chair: string | null;
  provider: string | null;
  start: string;
  minutes: number;
  name: string;
  /** The block-out that is moved. */
  block?: BlockOutView;
  /** Key of the column in which it is shown, where chair and provider do not tell. */
  column?: string | null;
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

export interface LaidColumn extends GridColumn {
  visits: Laid[];
  closed: (ClosedView & { top: number; bottom: number })[];
}

/** Minutes between two lines of the day. */
export const SLOT = 30;
/** Pixels that a card leaves free between itself and the next. */
export const CARD_GAP = 2;
/** Pixels of a card that is hit without aim (WCAG 2.2, 2.5.8). */
const CARD_LOWEST = 24;
/** Pixels of half an hour: never lower; never higher only to fill the window; never higher at all,
    so that a visit of five minutes does not make its day one to be scrolled through. */
const SLOT_LOWEST = 36;
const SLOT_FITTED = 64;
const SLOT_HIGHEST = 78;
const DAY_MINUTES = 1440;
/** A visit is never drawn shorter, so that it can be hit. */
const SHORTEST = 5;

/** Minutes since the midnight that begins `date`, at most those of the day. */
export function minuteIn(date: string, local: string): number {
  const day = dateOf(local);
  return day < date ? 0 : day > date ? DAY_MINUTES : minutesOf(clockOf(local));
}

/** The stretch of the day that is drawn, in whole hours, with every visit of every day in it. */
export function span(days: readonly DayView[]): { from: number; to: number } {
  let [from, to] = [DAY_MINUTES, 0];
  for (const day of days) {
    from = Math.min(from, minutesOf(day.from));
    to = Math.max(to, minutesOf(day.to));
    for (const visit of day.appointments) {
      from = Math.min(from, minuteIn(day.date, visit.start));
      to = Math.max(to, minuteIn(day.date, visit.end));
    }
  }
  if (to <= from) return { from: 480, to: 1080 };
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 };
}

/** Visits by column; one that is being moved stands where it is about to be. */
export function lay(
  columns: readonly GridColumn[], place: Place | null, endOf: (place: Place) => string,
): LaidColumn[] {
  const moved = place?.id ? visitOf(columns, place.id) : null;
  const grouped = new Map<DayView, Grouped>();
  return columns.map((one) => {
    const { day, kind, column } = one;
    let groups = grouped.get(day);
    if (!groups) grouped.set(day, (groups = group(day)));
    const here = groups[kind].get(column[kind]) ?? [];
    const visits = here.flatMap((visit) => (visit.id === moved?.id ? [] : piece(day, visit, visit.start, visit.end, false)));
    if (moved && place && standsIn(one, place)) visits.push(...piece(day, moved, place.start, endOf(place), true));
    const closed = column.closed.map((stretch) => ({
      ...stretch, top: minutesOf(stretch.from), bottom: minutesOf(stretch.to),
    }));
    return { ...one, visits: sideBySide(visits), closed };
  });
}

interface Grouped {
  chair: Map<string | null, AppointmentView[]>;
  provider: Map<string | null, AppointmentView[]>;
}

function group(day: DayView): Grouped {
  const groups: Grouped = { chair: new Map(), provider: new Map() };
  for (const visit of day.appointments) {
    for (const kind of ["chair", "provider"] as const) {
      const there = groups[kind].get(visit[kind]);
      if (there) there.push(visit);
      else groups[kind].set(visit[kind], [visit]);
    }
  }
  return groups;
}

/** A visit among those of the days that are shown. */
export function visitOf(columns: readonly GridColumn[], id: string): AppointmentView | null {
  for (const day of new Set(columns.map((one) => one.day))) {
    const found = day.appointments.find((visit) => visit.id === id);
    if (found) return found;
  }
  return null;
}

/** What of a visit falls on a day. */
function piece(day: DayView, visit: AppointmentView, start: string, end: string, moving: boolean): Laid[] {
  if (dateOf(start) > day.date || dateOf(end) < day.date) return [];
  const [from, to] = [minuteIn(day.date, start), minuteIn(day.date, end)];
  // A visit that ends at midnight is none of the next day.
  if (to === 0 && dateOf(start) < day.date) return [];
  return [{ visit, start, end, from, to: Math.max(to, from + SHORTEST), lane: 0, lanes: 1, moving }];
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

/** Whether what is placed is no visit that is shown: a booking, or a visit of another date. */
export function isElsewhere(columns: readonly GridColumn[], place: Place): boolean {
  return place.id === null || visitOf(columns, place.id) === null;
}

/** Which column a place is drawn in; -1 for none. Of several the first: a chair before its provider. */
export function columnOf(columns: readonly GridColumn[], place: Place): number {
  const date = dateOf(place.start);
  if (place.column) return columns.findIndex((one) => one.day.date === date && one.key === place.column);
  return columns.findIndex((one) => one.day.date === date && standsIn(one, place));
}

/** A click falls on a step of the grid, never a finer one than ten minutes, unless a visit there ends later: then on its end. */
export function clickedStart(one: GridColumn, clicked: string, grid: number): string {
  const step = grid === 10 ? 10 : 15;
  const minutes = minutesOf(clockOf(clicked));
  const begun = at(one.day.date, clockFrom(minutes - (minutes % step)));
  const ends = one.day.appointments
    .filter((visit) => standsIn(one, visit) && visit.start <= begun && visit.end > begun)
    .map((visit) => visit.end)
    .filter((end) => end <= clicked);
  return ends.sort().pop() ?? begun;
}

/** Pixels of half an hour in a window with room for `fitting`, where the shortest visit takes
    `shortest` minutes (infinite if there is none). */
export function slotHeightFor(fitting: number, shortest: number): number {
  const needed = Math.ceil(((CARD_LOWEST + CARD_GAP) / shortest) * SLOT);
  return Math.max(SLOT_LOWEST, Math.min(SLOT_HIGHEST, needed), Math.min(SLOT_FITTED, Math.floor(fitting)));
}
