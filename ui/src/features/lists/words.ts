import type { ListRow, WireList } from "$/api/bindings";
import { dayMonth, mediumDate, timeOf } from "$/lib/format";
import { t } from "$/lib/text";
import { dateOf, daysBetween } from "$/lib/time";

export const LIST_NAMES: Record<WireList, () => string> = {
  unscheduled: () => t("list-unscheduled"),
  asap: () => t("list-asap"),
  waiting: () => t("list-waiting"),
  unconfirmed: () => t("list-unconfirmed"),
  planned: () => t("list-planned"),
};

/** What an empty list is for, and what to do. */
export const LIST_EMPTY: Record<WireList, () => [what: string, next: string]> = {
  unscheduled: () => [t("list-unscheduled-empty"), t("list-unscheduled-explain")],
  asap: () => [t("list-asap-empty"), t("list-asap-explain")],
  waiting: () => [t("list-waiting-empty"), t("list-waiting-explain")],
  unconfirmed: () => [t("list-unconfirmed-empty"), t("list-unconfirmed-explain")],
  planned: () => [t("list-planned-empty"), t("list-planned-explain")],
};

/** "Tue 24 Nov, 10:00" */
export const whenText = (local: string, today: string): string =>
  `${dateOf(local).slice(0, 4) === today.slice(0, 4) ? dayMonth(local) : mediumDate(local)}, ${timeOf(local)}`;

/** How long somebody waits, in whole days. */
export const waitsText = (since: string | null, today: string): string =>
  since ? t("list-days", { days: Math.max(0, daysBetween(dateOf(since), today)) }) : "";

/** With how much notice a visit was cancelled. */
export function noticeText(row: ListRow): string {
  const { ended } = row;
  if (!ended || row.status === "missed") return t("status-missed");
  if (ended.notice_minutes === null) return t("status-cancelled");
  const hours = Math.max(0, Math.floor(ended.notice_minutes / 60));
  return hours >= 48
    ? t("list-notice-days", { days: Math.floor(hours / 24) })
    : t("list-notice-hours", { hours });
}

/** Who ended it, when and why, in a line. */
export function endedText(row: ListRow): string {
  const { ended } = row;
  if (!ended) return "";
  const by = ended.by_practice ? t("list-by-practice") : "";
  const date = dayMonth(ended.at);
  const noted = ended.by ? t("list-noted", { date, by: ended.by }) : date;
  return [row.ended_reason, by, noted].filter(Boolean).join(" · ");
}
