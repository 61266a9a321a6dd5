import { t } from "$/lib/text";

const FIELDS: Record<string, () => string> = {
  family: () => t("patient-family"),
  family_name: () => t("patient-family"),
  given: () => t("patient-given"),
  given_name: () => t("patient-given"),
  name: () => t("patients-name"),
  full_name: () => t("patients-name"),
  prefix: () => t("patient-prefix"),
  suffix: () => t("patient-suffix"),
  preferred_name: () => t("patient-preferred"),
  birth_date: () => t("patient-birth"),
  sex: () => t("patient-sex"),
  phone: () => t("visit-phone"),
  email: () => t("patients-email"),
  chart_number: () => t("patients-chart"),
  notes: () => t("visit-notes"),
  alert: () => t("patient-alert"),
  status: () => t("visit-status"),
  language: () => t("patient-language"),
  city: () => t("patient-city"),
  region: () => t("patient-region"),
  postal_code: () => t("patient-postal-code"),
  country: () => t("patient-country"),
  address: () => t("patient-street"),
  street: () => t("patient-street"),
};

/** A field by its name for people; one that is new here by its own name. */
export const fieldWord = (field: string): string => FIELDS[field]?.() ?? field.replaceAll("_", " ");

const FORMATS: Record<string, () => string> = {
  dmy: () => t("import-dmy"),
  mdy: () => t("import-mdy"),
  ymd: () => t("import-ymd"),
};

export const dateFormatWord = (format: string): string => FORMATS[format]?.() ?? format;
