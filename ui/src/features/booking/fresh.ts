import type { PatientFields } from "$/api/bindings";
import { emptyPatient, splitName } from "$/lib/names";
import { parseDate } from "$/lib/parse";

/** A patient who is not on file yet, as told on the phone. */
export interface Fresh {
  given: string;
  family: string;
  birth: string;
  phone: string;
}

const PHONE_DIGITS = 6;

/** What a caller said in one line: a name, and between commas perhaps a date of birth and a number. */
export function freshOf(text: string, today: string): Fresh {
  const names: string[] = [];
  let [birth, phone] = ["", ""];
  for (const part of text.split(",").map((one) => one.trim())) {
    const date = parseDate(part.replace(/^\D+/, ""), today, true);
    const digits = part.replace(/\D/g, "").length;
    if (date && !birth) birth = date;
    else if (digits >= PHONE_DIGITS && !phone) phone = part.replace(/^[^\d+]+/, "");
    else names.push(part);
  }
  return { ...splitName(names.join(", ")), birth, phone };
}

export const fieldsOf = ({ given, family, birth, phone }: Fresh): PatientFields => ({
  ...emptyPatient(),
  given: given.trim(),
  family: family.trim(),
  birth_date: birth || null,
  phones: phone.trim() ? [{ label: "mobile", number: phone.trim() }] : [],
});
