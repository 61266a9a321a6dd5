import type { AppointmentView, DayView } from "$/api/bindings";
import { shownOn, type GridColumn } from "./columns";

/** A line of the list: a day, or one of its visits. */
export type AgendaRow =
  | { day: DayView; visit: null; count: number }
  | { day: DayView; visit: AppointmentView };

/** The days one after the other, each with its visits by start, as they would be printed. */
export function rowsOf(days: readonly DayView[], columns: readonly GridColumn[]): AgendaRow[] {
  return days.flatMap((day): AgendaRow[] => {
    // A visit over midnight is listed where it begins.
    const visits = shownOn(day, columns).filter((visit) => visit.start.startsWith(day.date));
    return [{ day, visit: null, count: visits.filter((visit) => visit.status !== "missed").length }, ...visits.map((visit) => ({ day, visit }))];
  });
}
