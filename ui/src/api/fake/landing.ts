import type { AppointmentView } from "../bindings";
import { refusal } from "./errors";
import type { FakeState } from "./state";

/** Visits that are to come on these days. */
export const bookedOn = (state: FakeState, from: string, to: string): AppointmentView[] =>
  state.visits.filter(({ status, start }) => status === "scheduled" && start.slice(0, 10) >= from && start.slice(0, 10) <= to);

/** Refuses to close time over visits, naming them, unless that is meant. */
export function refuseOver(over: AppointmentView[], accept: boolean): void {
  const [first] = over;
  if (!first || accept) return;
  throw refusal("clash", `${over.length} visits are booked where it would be: ${first.patient_name}.`, "Move them first, or save it all the same.", {
    clashes: over.map(({ id, patient_name, provider_name, chair_name, start, end }) =>
      ({ resource: "provider", appointment: id, patient_name, provider_name, chair_name, start, end })),
  });
}
