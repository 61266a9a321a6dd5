import type { PatientFields } from "$/api/bindings";

export function emptyPatient(): PatientFields {
  return {
    chart_number: null, prefix: "", given: "", family: "", suffix: "", preferred_name: null,
    birth_date: null, sex: "unknown", phones: [], emails: [], address: null, language: null,
    notes: "", alert: "", status: "active", deceased_on: null, household: null, guardian: null,
  };
}

/** A name as it is typed: "Given Family", or "Family, Given". */
export function splitName(text: string): { given: string; family: string } {
  const [before, after] = text.split(",", 2).map((part) => part.trim());
  if (after !== undefined) return { given: after, family: before ?? "" };
  const words = text.trim().split(/\s+/);
  const family = words.length > 1 ? (words.pop() ?? "") : "";
  return family ? { given: words.join(" "), family } : { given: "", family: words.join(" ") };
}
