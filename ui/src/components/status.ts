import type { AppointmentView, WireConfirmation, WireStatus } from "$/api/bindings";
import type { SignName } from "./signs";
import { t } from "$/lib/text";
import { minutesBetween } from "$/lib/time";

export interface StatusSign {
  sign: SignName;
  word: string;
}

const CONFIRMATION: Record<WireConfirmation, () => StatusSign> = {
  unconfirmed: () => ({ sign: "ring", word: t("confirmation-unconfirmed") }),
  sent: () => ({ sign: "question", word: t("confirmation-sent") }),
  confirmed: () => ({ sign: "check", word: t("confirmation-confirmed") }),
  declined: () => ({ sign: "cross", word: t("confirmation-declined") }),
};

const STATUS: Record<WireStatus, (visit: AppointmentView, now: string) => StatusSign> = {
  scheduled: (visit) => CONFIRMATION[visit.confirmation](),
  arrived: (visit, now) => ({ sign: "triangle", word: t("status-arrived", since(visit.arrived_at, now)) }),
  seated: (visit, now) => ({ sign: "dot", word: t("status-seated", since(visit.seated_at, now)) }),
  completed: () => ({ sign: "check", word: t("status-completed") }),
  missed: () => ({ sign: "cross", word: t("status-missed") }),
  cancelled: () => ({ sign: "cross", word: t("status-cancelled") }),
};

/** How far a visit has come, as a sign and a word. */
export function statusOf(visit: AppointmentView, now: string): StatusSign {
  return STATUS[visit.status](visit, now);
}

/** Minutes since, as far as it was today; -1 when it is not known. */
export function waitedMinutes(since: string | null, now: string): number {
  if (!since || since.slice(0, 10) !== now.slice(0, 10) || since > now) return -1;
  return minutesBetween(since, now);
}

function since(start: string | null, now: string): { minutes: number } {
  return { minutes: waitedMinutes(start, now) };
}
