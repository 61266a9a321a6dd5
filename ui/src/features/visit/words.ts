import type { AttendanceView, EndedView } from "$/api/bindings";
import { span } from "$/lib/format";
import { t } from "$/lib/text";

/** How often the patient kept a visit, and how often not (S8). */
export function attendanceWords(counted: AttendanceView): string {
  const words = [t("story-balance", { kept: counted.kept, missed: counted.missed })];
  if (counted.late_cancelled > 0) words.push(t("story-late", { count: counted.late_cancelled }));
  return words.join(", ");
}

/** "3 hours before" */
export function noticeWords(minutes: number): string {
  return minutes >= 0
    ? t("notice-before", { span: span(minutes) })
    : t("notice-after", { span: span(-minutes) });
}

/** Who ended a visit that did not take place, and with how much notice. */
export function endedWords(ended: EndedView): string {
  const words: string[] = [];
  if (ended.notice_minutes !== null) {
    words.push(ended.by_practice ? t("ended-by-practice") : t("ended-by-patient"), noticeWords(ended.notice_minutes));
  }
  if (ended.late) words.push(t("ended-late"));
  if (ended.by) words.push(t("ended-written", { actor: ended.by }));
  return words.join(", ");
}
