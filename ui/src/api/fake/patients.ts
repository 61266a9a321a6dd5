import type { AppointmentView, AttendanceView, HouseholdView, PatientView } from "../bindings";
import { ageOn } from "$/lib/time";
import { refusal } from "./errors";
import { hitOf, nameOf, TODAY, type FakePatient } from "./practice";
import type { FakeState, Handlers } from "./state";

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const digits = (text: string): string => text.replace(/\D/g, "");

function attendanceOf(visits: AppointmentView[]): AttendanceView {
  const count = (counts: (visit: AppointmentView) => boolean): number => visits.filter(counts).length;
  return {
    kept: count((visit) => visit.status === "completed"),
    missed: count((visit) => visit.status === "missed"),
    late_cancelled: count((visit) => visit.ended?.late === true),
    cancelled: count((visit) => visit.status === "cancelled" && !visit.ended?.late && !visit.ended?.by_practice),
    cancelled_by_practice: count((visit) => visit.ended?.by_practice === true),
  };
}

export function patientHandlers(state: FakeState): Handlers {
  const find = (id: string): FakePatient => {
    const patient = state.patients.find((one) => one.id === id);
    if (!patient) throw refusal("not_found", "This patient is gone.", "Go back to the list.");
    return patient;
  };
  const householdOf = (id: string | null): HouseholdView | null => {
    const household = state.households.find((one) => one.id === id);
    if (!household) return null;
    const members = state.patients
      .filter((one) => one.fields.household === id)
      .map((one) => ({
        id: one.id, name: nameOf(one.fields),
        age: one.fields.birth_date ? ageOn(one.fields.birth_date, TODAY) : null,
      }));
    return { ...household, members };
  };
  const view = (patient: FakePatient): PatientView => ({
    id: patient.id,
    revision: patient.revision,
    name: nameOf(patient.fields),
    age: patient.fields.birth_date ? ageOn(patient.fields.birth_date, TODAY) : null,
    fields: structuredClone(patient.fields),
    household: householdOf(patient.fields.household),
    appointments: state.visits
      .filter((visit) => visit.patient === patient.id)
      .sort((one, other) => (one.start < other.start ? 1 : -1)),
    attendance: attendanceOf(state.visits.filter((visit) => visit.patient === patient.id)),
    history: [
      { at: "2026-11-09T09:12:00Z", actor: "desk", action: "changed", note: "phone" },
      { at: "2026-03-02T08:40:00Z", actor: "desk", action: "created", note: "" },
    ],
  });

  return {
    "patient.search": ({ text, limit }) => {
      const words = fold(text).split(/[\s,]+/).filter(Boolean);
      const number = digits(text);
      return state.patients
        .filter(({ fields }) => {
          const names = fold(`${fields.given} ${fields.family} ${fields.preferred_name ?? ""} ${fields.chart_number ?? ""}`);
          const byName = words.length > 0 && words.every((word) => names.includes(word));
          return byName || (number.length > 3 && fields.phones.some((phone) => digits(phone.number).includes(number)));
        })
        .slice(0, limit)
        .map(hitOf);
    },
    "patient.list": ({ offset, limit, status }) => {
      const wanted = status ? state.patients.filter((one) => one.fields.status === status) : state.patients;
      return { total: wanted.length, offset, rows: wanted.slice(offset, offset + limit).map(hitOf) };
    },
    "patient.get": ({ id }) => view(find(id)),
    "patient.save": ({ id, fields, accept_duplicate }) => {
      if (!fields.family.trim() && !fields.given.trim()) {
        throw refusal("invalid", "A patient needs a name.", "Fill in the family name.", { field: "family" });
      }
      const same = state.patients.filter(
        (one) => one.id !== id && fold(one.fields.family) === fold(fields.family)
          && fold(one.fields.given) === fold(fields.given)
          && (!fields.birth_date || one.fields.birth_date === fields.birth_date),
      );
      if (same.length && !accept_duplicate) {
        throw refusal("duplicate", "This is probably somebody who is there already.", "Use that patient, or save all the same.", {
          duplicates: same.map(hitOf),
        });
      }
      const before = id ? find(id) : null;
      const saved = { id: before?.id ?? state.newId("patient"), revision: (before?.revision ?? 0) + 1, fields };
      state.patients = before
        ? state.patients.map((one) => (one.id === saved.id ? saved : one))
        : [...state.patients, saved];
      state.tell("patient");
      return view(saved);
    },
    "household.save": ({ id, name, guarantor, members }) => {
      if (!name.trim()) throw refusal("invalid", "The household needs a name.", "Write a name.", { field: "name" });
      const household = id ?? state.newId("household");
      const saved = { id: household, name, guarantor };
      state.households = [...state.households.filter((one) => one.id !== household), saved];
      for (const patient of state.patients) {
        if (members.includes(patient.id)) patient.fields.household = household;
        else if (patient.fields.household === household) patient.fields.household = null;
      }
      state.tell("household", "patient");
      return householdOf(household) ?? { ...saved, members: [] };
    },
  };
}
