import type { AppointmentView, VisitHistoryEntry, VisitPart } from "../bindings";

const PARTS: [VisitPart, keyof AppointmentView][] = [
  ["start", "start"], ["minutes", "minutes"], ["provider", "provider_name"], ["chair", "chair_name"],
  ["kind", "kind_name"], ["status", "status"], ["confirmation", "confirmation"], ["reason", "ended_reason"],
  ["notes", "notes"],
];

const said = (value: AppointmentView[keyof AppointmentView]): string | null =>
  value === null || value === "" ? null : String(value);

/** A change of a visit in memory, as its history tells it. */
export function historyOf(
  action: VisitHistoryEntry["action"], before: AppointmentView, after: AppointmentView,
): VisitHistoryEntry {
  return {
    at: new Date().toISOString(), actor: "desk", action, note: "",
    changes: PARTS.filter(([, key]) => before[key] !== after[key])
      .map(([part, key]) => ({ part, from: said(before[key]), to: said(after[key]) })),
  };
}
