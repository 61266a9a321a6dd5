import type { UndoableChange, UndoneChange } from "$/api/bindings";
import { inLocale, mediumDate, timeOf } from "./format";
import { t } from "./text";

const WHAT: Record<UndoableChange, (names: string) => string> = {
  booking: (names) => t("change-booking", { names }),
  move: (names) => t("change-move", { names }),
  cancellation: (names) => t("change-cancellation", { names }),
  status: (names) => t("change-status", { names }),
  edit: (names) => t("change-edit", { names }),
  waiting: (names) => t("change-waiting", { names }),
  block_out: (names) => t("change-block-out", { names }),
  block_out_type: (names) => t("change-block-out-type", { names }),
  closure: (names) => t("change-closure", { names }),
  saved_view: (names) => t("change-view", { names }),
  notice: (names) => t("change-notice", { names }),
  patient: (names) => t("change-patient", { names }),
  household: (names) => t("change-household", { names }),
  practice: () => t("change-practice"),
  power_cut: () => t("change-power-cut"),
  message_rule: () => t("change-message-rule"),
  message_text: () => t("change-message-text"),
  message_settings: () => t("change-message-settings"),
  provider: (names) => t("change-provider", { names }),
  chair: (names) => t("change-chair", { names }),
  appointment_type: (names) => t("change-type", { names }),
};

const NAMED = 3;
const together = inLocale((tag) => new Intl.ListFormat(tag, { style: "short", type: "conjunction" }));

/** The first few names, and how many more there are. */
export function namesOf(names: string[]): string {
  if (names.length <= NAMED) return together().format(names);
  return t("names-more", { names: names.slice(0, NAMED - 1).join(", "), count: names.length - NAMED + 1 });
}

/** What was taken back or done again, and whom it was about. */
export function saidTurned(turned: UndoneChange, way: "undo" | "redo"): string {
  const what = WHAT[turned.change](namesOf(turned.names));
  if (!turned.start) return way === "undo" ? t("undone", { what }) : t("redone", { what });
  const when = `${mediumDate(turned.start)}, ${timeOf(turned.start)}`;
  return way === "undo" ? t("undone-now", { what, when }) : t("redone-now", { what, when });
}
