import type { WirePatientStatus } from "$/api/bindings";
import { t } from "$/lib/text";

export const PATIENT_STATUSES: WirePatientStatus[] = [
  "active", "prospective", "inactive", "archived", "deceased",
];

const WORDS: Record<WirePatientStatus, () => string> = {
  prospective: () => t("patient-prospective"),
  active: () => t("patient-active"),
  inactive: () => t("patient-inactive"),
  archived: () => t("patient-archived"),
  deceased: () => t("patient-deceased"),
};

export const patientStatusWord = (status: WirePatientStatus): string => WORDS[status]();
