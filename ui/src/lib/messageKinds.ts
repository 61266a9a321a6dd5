import type { RecordKind } from "$/api/transport";

/** What goes to patients, and what becomes of it, changes with these. */
const KINDS: readonly RecordKind[] = [
  "practice", "patient", "household", "appointment", "notice", "reminder_rule", "message_settings", "message_text", "consent", "contact_wish",
  "contact_stop", "outbox", "mailbox",
];

export const concernsMessages = (kinds: readonly RecordKind[]): boolean => kinds.some((kind) => KINDS.includes(kind));

/** While a batch goes out each of its messages is a change: what is shown follows after so long. */
export const SETTLES_MS = 400;
