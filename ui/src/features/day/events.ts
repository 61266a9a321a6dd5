import type { Calendar } from "@event-calendar/core";
import type { AppointmentView, ClosedWhy, ColumnView, DayView } from "$/api/bindings";
import { addMinutes, at, clockFrom, clockOf, dateOf, minutesOf } from "$/lib/time";

/** Where something is about to be: a booking being written, a visit being moved. */
export interface Place {
  id: string | null;
  chair: string | null;
  start: string;
  minutes: number;
  name: string;
}

export type Shown =
  | { kind: "visit"; visit: AppointmentView; moving: boolean }
  | { kind: "closed"; why: ClosedWhy; name: string | null }
  | { kind: "place"; place: Place };

export const NO_CHAIR = "none";
const columnId = (chair: string | null): string => chair ?? NO_CHAIR;

/** The stretch of the day that is drawn, in whole hours, with every visit in it. */
export function span(view: DayView): { from: number; to: number } {
  const starts = view.appointments.map((visit) => minutesOf(clockOf(visit.start)));
  const ends = view.appointments.map((visit) =>
    dateOf(visit.end) > view.date ? 1440 : minutesOf(clockOf(visit.end)),
  );
  const from = Math.min(minutesOf(view.from), ...starts);
  const to = Math.max(minutesOf(view.to), ...ends);
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 };
}

/** The day as the calendar takes it. */
export function eventsOf(view: DayView, place: Place | null): Calendar.EventInput[] {
  return [
    ...view.columns.flatMap((column) => closedEvents(view, column)),
    ...view.appointments.map((visit) => visitEvent(visit, place?.id === visit.id ? place : null)),
    ...(place && isElsewhere(view, place) && dateOf(place.start) === view.date ? [placeEvent(place)] : []),
  ];
}

/** Whether what is placed is no visit of this day: a booking, or a visit of another date. */
function isElsewhere(view: DayView, place: Place): boolean {
  return !view.appointments.some((visit) => visit.id === place.id);
}

function closedEvents(view: DayView, column: ColumnView): Calendar.EventInput[] {
  return column.closed.map((closed) => ({
    id: `closed-${columnId(column.chair)}-${closed.from}`,
    start: at(view.date, closed.from),
    end: addMinutes(at(view.date, "00:00"), minutesOf(closed.to)),
    resourceIds: [columnId(column.chair)],
    display: "background" as const,
    classNames: ["closed"],
    extendedProps: {
      shown: { kind: "closed", why: closed.why, name: view.closed } satisfies Shown,
    },
  }));
}

function visitEvent(visit: AppointmentView, place: Place | null): Calendar.EventInput {
  const locked = visit.status === "completed" || visit.status === "missed";
  return {
    id: visit.id,
    start: place?.start ?? visit.start,
    end: place ? addMinutes(place.start, place.minutes) : visit.end,
    resourceIds: [columnId(place ? place.chair : visit.chair)],
    editable: !locked,
    extendedProps: { shown: { kind: "visit", visit, moving: place !== null } satisfies Shown },
  };
}

function placeEvent(place: Place): Calendar.EventInput {
  return {
    id: "place",
    start: place.start,
    end: addMinutes(place.start, place.minutes),
    resourceIds: [columnId(place.chair)],
    editable: false,
    extendedProps: { shown: { kind: "place", place } satisfies Shown },
  };
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
