import type { PatientFields } from "$/api/bindings";
import { emptyPatient } from "$/lib/names";

/** A patient who is not on file yet, as told on the phone. */
export interface Fresh {
  given: string;
  family: string;
  birth: string;
  phone: string;
}

export const fieldsOf = ({ given, family, birth, phone }: Fresh): PatientFields => ({
  ...emptyPatient(),
  given: given.trim(),
  family: family.trim(),
  birth_date: birth || null,
  phones: phone.trim() ? [{ label: "mobile", number: phone.trim() }] : [],
});
