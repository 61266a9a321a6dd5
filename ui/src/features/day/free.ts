import type { DayView } from "$/api/bindings";
import { addMinutes, at, clockFrom, clockOf, dateOf, minutesOf } from "$/lib/time";

const STEP = 15;
const LENGTH = 30;

export interface FreePlace {
  chair: string;
  provider: null;
  start: string;
  minutes: null;
}

/** The first free half hour of a day, from now on if it is today; null when it is full. */
export function firstFree(view: DayView, now: string): FreePlace | null {
  const today = view.date === dateOf(now);
  const first = today ? Math.ceil(minutesOf(clockOf(now)) / STEP) * STEP : minutesOf(view.from);
  for (let minute = first; minute + LENGTH <= minutesOf(view.to); minute += STEP) {
    const start = at(view.date, clockFrom(minute));
    const end = addMinutes(start, LENGTH);
    const column = view.columns.find(
      ({ chair, closed, block_outs }) =>
        chair !== null &&
        !block_outs.some(({ effect, from, to }) => effect !== "note" && minutesOf(from) < minute + LENGTH && minute < minutesOf(to)) &&
        !closed.some(({ from, to }) => minutesOf(from) < minute + LENGTH && minute < minutesOf(to)) &&
        !view.appointments.some(
          (visit) => visit.chair === chair && visit.status !== "missed" && visit.start < end && start < visit.end,
        ),
    );
    if (column?.chair) return { chair: column.chair, provider: null, start, minutes: null };
  }
  return null;
}
