import type { WireSex } from "$/api/bindings";
import { t } from "$/lib/text";

export const SEXES: WireSex[] = ["female", "male", "other", "unknown"];

const WORDS: Record<WireSex, () => string> = {
  female: () => t("sex-female"),
  male: () => t("sex-male"),
  other: () => t("sex-other"),
  unknown: () => t("sex-unknown"),
};

export const sexWord = (sex: WireSex): string => WORDS[sex]();
