import type { AppointmentView } from "$/api/bindings";

/** Whether a card or a letter can tell of the visit. */
export const isToCome = (visit: AppointmentView, now: string): boolean => visit.status === "scheduled" && visit.start >= now;
