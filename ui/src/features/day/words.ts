import type { ClashResource, ClosedWhy } from "$/api/bindings";
import { t } from "$/lib/text";
import type { Against } from "./clash";

export const CLOSED: Record<ClosedWhy, () => string> = {
  practice: () => t("closed-practice"),
  nobody_works: () => t("closed-nobody"),
  chair: () => t("closed-chair"),
};

const SHARED: Record<ClashResource, (name: string) => string> = {
  chair: (name) => t("live-chair", { name }),
  provider: (name) => t("live-provider", { name }),
  patient: (name) => t("live-patient", { name }),
};

/** What stands in the way of a place, in words; empty for nothing. */
export function inTheWay({ visits, closed, blocked }: Against): string {
  const told = visits.map(({ visit, resource }) => SHARED[resource](visit.patient_name));
  return [...told, ...(blocked ? [blocked.name] : []), ...(closed ? [CLOSED[closed]()] : [])].join(" · ");
}
