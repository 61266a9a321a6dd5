import type { ExchangeFormat, PickPurpose } from "$/api/bindings";
import { t } from "$/lib/text";

/** What files may hold, in the order in which they are offered. */
export const OFFERED: readonly ExchangeFormat[] = ["csv", "fhir", "ics", "vcf"];

const FORMAT_WORDS: Record<ExchangeFormat, () => string> = {
  csv: () => t("import-csv"),
  fhir: () => t("import-fhir"),
  ics: () => t("import-ics"),
  vcf: () => t("import-vcf"),
};

export const formatWord = (format: ExchangeFormat): string => FORMAT_WORDS[format]();

const IMPORT_EXPLAINED: Record<ExchangeFormat, () => string> = {
  csv: () => t("import-csv-explain"),
  fhir: () => t("import-fhir-explain"),
  ics: () => t("import-ics-explain"),
  vcf: () => t("import-vcf-explain"),
};

export const importExplained = (format: ExchangeFormat): string => IMPORT_EXPLAINED[format]();

const EXPORT_EXPLAINED: Record<ExchangeFormat, () => string> = {
  csv: () => t("export-explain"),
  fhir: () => t("export-explain"),
  ics: () => t("export-ics-explain"),
  vcf: () => t("export-vcf-explain"),
};

export const exportExplained = (format: ExchangeFormat): string => EXPORT_EXPLAINED[format]();

export const openPurpose = (format: ExchangeFormat): PickPurpose => `open_${format}`;
export const savePurpose = (format: ExchangeFormat): PickPurpose => `save_${format}`;
/** How a file of it ends. */
export const ending = (format: ExchangeFormat): string => (format === "fhir" ? "json" : format);

const FIELDS: Record<string, () => string> = {
  given_name: () => t("patient-given"),
  middle_name: () => t("field-middle-name"),
  family_name: () => t("patient-family"),
  full_name: () => t("patients-name"),
  prefix: () => t("patient-prefix"),
  suffix: () => t("patient-suffix"),
  preferred_name: () => t("patient-preferred"),
  birth_date: () => t("patient-birth"),
  sex: () => t("patient-sex"),
  phone: () => t("visit-phone"),
  phones: () => t("patient-phones"),
  email: () => t("patients-email"),
  emails: () => t("patient-emails"),
  chart_number: () => t("patients-chart"),
  patient_id: () => t("field-patient-id"),
  id: () => t("field-id"),
  notes: () => t("visit-notes"),
  alert: () => t("patient-alert"),
  status: () => t("visit-status"),
  deceased_on: () => t("patient-deceased-on"),
  language: () => t("patient-language"),
  street: () => t("patient-street"),
  city: () => t("patient-city"),
  region: () => t("patient-region"),
  postal_code: () => t("patient-postal-code"),
  country: () => t("patient-country"),
  household: () => t("patient-household"),
  start: () => t("field-start"),
  end: () => t("field-end"),
  date: () => t("booking-date"),
  time: () => t("booking-time"),
  minutes: () => t("booking-minutes"),
  provider: () => t("visit-provider"),
  chair: () => t("visit-chair"),
  type: () => t("visit-type"),
  reason: () => t("visit-reason"),
};

/** A field by its name for people; one that is new here by its own name. */
export const fieldWord = (field: string): string => FIELDS[field]?.() ?? field.replaceAll("_", " ");

const FORMATS: Record<string, () => string> = {
  dmy: () => t("import-dmy"),
  mdy: () => t("import-mdy"),
  ymd: () => t("import-ymd"),
};

export const dateFormatWord = (format: string): string => FORMATS[format]?.() ?? format;
