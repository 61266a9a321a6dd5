import { t } from "$/lib/text";

/** A page of the settings. */
export interface Section {
  id: string;
  label: string;
}

/** All pages of the settings, in their order. */
export const sections = (): Section[] => [
  { id: "practice", label: t("setup-practice") },
  { id: "hours", label: t("setup-hours") },
  { id: "providers", label: t("setup-providers") },
  { id: "chairs", label: t("setup-chairs") },
  { id: "types", label: t("settings-types") },
  { id: "exceptions", label: t("settings-exceptions") },
  { id: "block-outs", label: t("settings-block-types") },
  { id: "closures", label: t("settings-closures") },
  { id: "messages", label: t("rail-messages") },
  { id: "texts", label: t("texts-title") },
  { id: "mailbox", label: t("mailbox-title") },
  { id: "passphrase", label: t("setup-passphrase") },
  { id: "power-cut", label: t("power-cut-title") },
  { id: "doctor", label: t("settings-doctor") },
  { id: "appearance", label: t("settings-appearance") },
];
