import type { AppointmentView, PrintWhat, WireSpan } from "$/api/bindings";
import type { Route } from "$/lib/router.svelte";

/** What is printed first is what is looked at. */
export const PRINTED: Record<WireSpan, PrintWhat> = { day: "day", week: "week", month: "month", agenda: "day_list" };

/** The way to a card of one visit, or to a letter about all that its patient has to come. */
export const printOf = (what: "card" | "letter", { patient, id }: AppointmentView): Route =>
  ({ screen: "print", date: null, of: { what, patient, visit: what === "card" ? id : null } });
