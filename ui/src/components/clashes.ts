import type { ClashView, WireError } from "$/api/bindings";
import { timeRange } from "$/lib/format";
import { t } from "$/lib/text";

/** A refusal for a clash in one sentence a visit: its provider and its chair are taken together. */
export function toldOnce(error: WireError): WireError {
  const visits = new Set(error.clashes.map((clash) => clash.appointment));
  const lines = [...visits].map((id) => sentence(error.clashes.filter((clash) => clash.appointment === id)));
  return lines.length > 0 ? { ...error, what: lines.join(" ") } : error;
}

function sentence(clashes: ClashView[]): string {
  const clash = clashes[0];
  if (!clash) return "";
  const values = {
    times: timeRange(clash.start, clash.end), patient: clash.patient_name,
    provider: clash.provider_name, chair: clash.chair_name,
  };
  const taken = new Set(clashes.map((clash) => clash.resource));
  if (taken.has("patient")) return t("clash-patient", values);
  if (taken.size > 1) return t("clash-both", values);
  return taken.has("chair") ? t("clash-chair", values) : t("clash-provider", values);
}
