import type { PartChangeView, VisitHistoryEntry, VisitPart, WireConfirmation, WireStatus } from "$/api/bindings";
import { mediumDate, timeOf } from "$/lib/format";
import { t } from "$/lib/text";


const PARTS: Record<VisitPart, () => string> = {
  patient: () => t("booking-patient"),
  start: () => t("visit-when"),
  minutes: () => t("history-length"),
  provider: () => t("visit-provider"),
  chair: () => t("visit-chair"),
  kind: () => t("visit-type"),
  status: () => t("visit-status"),
  confirmation: () => t("history-confirmation"),
  reason: () => t("visit-reason"),
  notes: () => t("visit-notes"),
  arrive_early: () => t("history-early"),
  overbooked: () => t("history-overbooked"),
  asap: () => t("history-asap"),
  other: () => t("history-other"),
};

const STATUS: Record<WireStatus, () => string> = {
  scheduled: () => t("history-scheduled"),
  arrived: () => t("action-arrived"),
  seated: () => t("action-seated"),
  completed: () => t("action-completed"),
  missed: () => t("action-missed"),
  cancelled: () => t("status-cancelled"),
};

const CONFIRMATION: Record<WireConfirmation, () => string> = {
  unconfirmed: () => t("confirmation-unconfirmed"),
  sent: () => t("confirmation-sent"),
  confirmed: () => t("confirmation-confirmed"),
  declined: () => t("confirmation-declined"),
};

const WHOLE: Record<VisitHistoryEntry["action"], () => string> = {
  created: () => t("history-booked"),
  changed: () => t("history-other"),
  undone: () => t("history-booking-undone"),
  redone: () => t("history-booking-redone"),
  imported: () => t("history-imported"),
};

function value(part: VisitPart, text: string | null): string {
  if (text === null) return t("history-nothing");
  if (part === "start") {
    const when = `${mediumDate(text)}, ${timeOf(text)}`;
    return text.endsWith(" 2") ? `${when} (${t("visit-second-pass")})` : when;
  }
  if (part === "minutes" || part === "arrive_early") return t("minutes", { minutes: Number(text) });
  if (part === "status") return STATUS[text as WireStatus]?.() ?? text;
  if (part === "confirmation") return CONFIRMATION[text as WireConfirmation]?.() ?? text;
  return part === "overbooked" || part === "asap" ? t("history-yes") : text;
}

function line({ part, from, to }: PartChangeView): string {
  if (part === "other") return PARTS.other();
  return t("history-change", { part: PARTS[part](), from: value(part, from), to: value(part, to) });
}

/** One line for each part that was changed, or one for the whole. */
export function historyWords(entry: VisitHistoryEntry): string[] {
  if (entry.changes.length === 0) return [WHOLE[entry.action]()];
  const lines = entry.changes.map(line);
  if (entry.action === "undone") return [t("history-undone"), ...lines];
  if (entry.action === "redone") return [t("history-redone"), ...lines];
  if (entry.action === "imported") return [t("history-imported"), ...lines];
  return lines;
}
