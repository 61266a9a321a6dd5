import type {
  AppointmentView, ChairView, PatientFields, PatientHit, PracticeView, ProviderView, WireConfirmation, WireStatus,
  WishView,
} from "../bindings";
import type { FakeBlockOut } from "./blockOuts";
import { initialsOf } from "$/lib/format";
import { addMinutes, ageOn, at } from "$/lib/time";
import { noWish } from "$/lib/wish";
import { busyVisits } from "./busy";
import { desk, family, given } from "./names";

export interface FakePatient {
  id: string;
  revision: number;
  fields: PatientFields;
}

export const NOW = "2026-11-23T10:42";
export const TODAY = "2026-11-23";

const shifts = (...pairs: [string, string][]) =>
  pairs.map(([from, to]) => ({ from, to, chair: null }));
const split = shifts(["08:00", "12:00"], ["12:45", "17:00"]);
const week = (day: ReturnType<typeof shifts>) => ({
  days: [0, 1, 2, 3, 4, 5, 6].map((weekday) => (weekday < 5 ? structuredClone(day) : [])),
});

export function practiceOf(patients: number): PracticeView {
  const provider = (id: string, name: string, hours: ProviderView["hours"]): ProviderView => ({
    id, name, hours, active: true, tint: ["okafor", "lindqvist", "silva"].indexOf(id) % 8, exceptions: [],
  });
  const chair = (id: string, name: string, hours: ChairView["hours"] = null): ChairView => ({
    id, name, hours, active: true, exceptions: [],
  });
  const type = (id: string, name: string, minutes: number, tint: number, arrive_early = 0) => ({
    id, name, minutes, tint, arrive_early, active: true,
    pattern: id === "root" ? "XX////XXX" : null, chairs: id === "implant" ? ["c4"] : [], providers: [], recall_trigger: "",
  });
  return {
    name: "Linden Street Dental",
    zone: "Europe/Dublin",
    language: "en",
    phone: "+353 1 555 0100",
    hours: week(split),
    providers: [
      provider("okafor", "Dr Okafor", null),
      provider("lindqvist", "Dr Lindqvist", week(shifts(["08:00", "13:00"]))),
      provider("silva", "Marta Silva", week(shifts(["08:00", "12:00"], ["12:45", "16:00"]))),
    ],
    chairs: [
      chair("c1", "Chair 1"),
      chair("c2", "Chair 2"),
      chair("c3", "Hygiene"),
      chair("c4", "Surgery", week(shifts(["10:00", "12:00"]))),
    ],
    types: [
      type("check", "Check-up", 30, 0),
      type("filling", "Filling", 45, 1),
      type("ortho", "Orthodontics", 60, 2),
      type("new", "New patient", 60, 3, 10),
      type("root", "Root canal", 45, 1),
      type("clean", "Cleaning", 60, 0),
      type("implant", "Implant", 120, 3, 15),
      type("crown", "Crown preparation", 60, 0),
      type("consult", "Consultation", 45, 5),
    ],
    closures: [{ id: "xmas", from: "2026-12-24", to: "2027-01-01", name: "Christmas break" }],
    block_out_types: [
      { id: "lunch", name: "Lunch", effect: "no_scheduling", types: [], tint: 7, active: true },
      { id: "meeting", name: "Meeting", effect: "no_scheduling", types: [], tint: 6, active: true },
      { id: "kept", name: "Kept for emergencies", effect: "reserved", types: ["consult"], tint: 5, active: true },
      { id: "note", name: "Note", effect: "note", types: [], tint: 3, active: true },
    ],
    now: NOW,
    patients,
    waiting_alert: 15,
    late_notice_hours: 24,
  };
}

export function blockOutsOf(): FakeBlockOut[] {
  const weekdays = { how: "weekly", every: 1, days: [0, 1, 2, 3, 4], until: null } as const;
  const once = { how: "once" } as const;
  const kept = { first: TODAY, provider: null, chair: null, note: "", except: [], until: null };
  return [
    { ...kept, id: "b1", kind: "lunch", provider: "okafor", from: "12:15", to: "12:45", repeat: { ...weekdays, days: [...weekdays.days] } },
    { ...kept, id: "b2", kind: "kept", chair: "c1", from: "15:00", to: "15:45", repeat: { ...weekdays, days: [...weekdays.days] } },
    { ...kept, id: "b3", kind: "meeting", from: "16:30", to: "17:00", repeat: once, note: "Fire drill" },
    { ...kept, id: "b4", kind: "note", chair: "c3", from: "12:00", to: "12:45", repeat: once, note: "Supplier comes at noon" },
  ];
}

export function fieldsOf(first: string, last: string): PatientFields {
  return {
    chart_number: null, prefix: "", given: first, family: last, suffix: "", preferred_name: null,
    birth_date: null, sex: "unknown", phones: [], emails: [], address: null, language: null, notes: "",
    alert: "", status: "active", deceased_on: null, household: null, guardian: null,
  };
}

export function patientsOf(wanted: number): FakePatient[] {
  const people: FakePatient[] = desk.map(([first, last, birth, alert], index) => ({
    id: `p${index}`,
    revision: 1,
    fields: {
      ...fieldsOf(first, last),
      birth_date: birth,
      alert,
      chart_number: String(1001 + index),
      sex: index % 2 ? "male" : "female",
      language: "en",
      phones: [{ label: "mobile", number: `+44 7700 900 ${480 + index}` }],
      emails: [{ label: "", address: `desk${index}@example.org` }],
      address: { lines: [`${index + 3} Canal Row`], city: "Dublin", region: "", postal_code: "D02", country: "IE" },
      household: index === 3 || index === 10 ? "h1" : null,
    },
  }));
  const statuses = ["active", "active", "active", "active", "prospective", "inactive", "archived", "deceased"] as const;
  for (let index = people.length; index < wanted; index += 1) {
    const first = given[(index * 7) % given.length] ?? "";
    const last = family[(index * 13 + Math.floor(index / 34)) % family.length] ?? "";
    const month = String(1 + (index % 12)).padStart(2, "0");
    const day = String(1 + (index % 28)).padStart(2, "0");
    people.push({
      id: `p${index}`,
      revision: 1,
      fields: {
        ...fieldsOf(first, last),
        birth_date: `${1935 + (index % 85)}-${month}-${day}`,
        chart_number: String(1001 + index),
        phones: [{ label: "mobile", number: `+44 7700 9${String(index % 100000).padStart(5, "0")}` }],
        status: statuses[index % statuses.length] ?? "active",
      },
    });
  }
  return people;
}

export const nameOf = (fields: PatientFields): string =>
  [fields.prefix, fields.given, fields.family, fields.suffix].filter(Boolean).join(" ");

export function hitOf(patient: FakePatient): PatientHit {
  const { fields } = patient;
  return {
    id: patient.id,
    name: nameOf(fields),
    sorted_name: [fields.family, fields.given].filter(Boolean).join(", "),
    preferred_name: fields.preferred_name,
    birth_date: fields.birth_date,
    age: fields.birth_date ? ageOn(fields.birth_date, TODAY) : null,
    chart_number: fields.chart_number,
    phones: fields.phones,
    emails: fields.emails,
    status: fields.status,
    alert: fields.alert,
  };
}

interface Visit {
  patient: number;
  chair: string;
  provider: string;
  kind: string;
  clock: string;
  minutes: number;
  status?: WireStatus;
  confirmation?: WireConfirmation;
  notes?: string;
  since?: string;
  /** The day since when the patient would come sooner. */
  asap?: string;
  wish?: Partial<WishView>;
}

const sketch: Visit[] = [
  { patient: 0, chair: "c1", provider: "okafor", kind: "check", clock: "08:00", minutes: 30, status: "completed" },
  { patient: 1, chair: "c1", provider: "okafor", kind: "filling", clock: "08:30", minutes: 60, status: "completed", notes: "X-ray before" },
  { patient: 2, chair: "c1", provider: "okafor", kind: "crown", clock: "09:30", minutes: 60, status: "seated", since: "09:32", notes: "Interpreter: English is fine" },
  { patient: 3, chair: "c1", provider: "okafor", kind: "root", clock: "10:30", minutes: 45, status: "arrived", confirmation: "confirmed", since: "10:30", notes: "Visit 2 of 3" },
  { patient: 4, chair: "c1", provider: "okafor", kind: "filling", clock: "11:15", minutes: 45, confirmation: "confirmed" },
  { patient: 5, chair: "c1", provider: "okafor", kind: "check", clock: "13:00", minutes: 30, confirmation: "confirmed" },
  { patient: 6, chair: "c1", provider: "okafor", kind: "new", clock: "13:30", minutes: 60, confirmation: "sent", notes: "Referred by Dr Haas" },
  { patient: 7, chair: "c1", provider: "okafor", kind: "check", clock: "15:30", minutes: 30, confirmation: "confirmed" },
  { patient: 8, chair: "c2", provider: "lindqvist", kind: "consult", clock: "08:00", minutes: 45, status: "completed" },
  { patient: 9, chair: "c2", provider: "lindqvist", kind: "ortho", clock: "09:00", minutes: 90, status: "seated", since: "09:02", notes: "Bonding" },
  { patient: 10, chair: "c2", provider: "lindqvist", kind: "ortho", clock: "10:45", minutes: 45, confirmation: "confirmed", notes: "Guardian comes along, needs a letter for school" },
  { patient: 11, chair: "c2", provider: "lindqvist", kind: "check", clock: "11:30", minutes: 30, confirmation: "confirmed" },
  { patient: 12, chair: "c3", provider: "silva", kind: "clean", clock: "08:00", minutes: 60, status: "completed" },
  { patient: 13, chair: "c3", provider: "silva", kind: "clean", clock: "09:00", minutes: 60, status: "missed", notes: "2nd missed, call back today" },
  { patient: 14, chair: "c3", provider: "silva", kind: "clean", clock: "10:00", minutes: 60, status: "seated", since: "10:02", notes: "Recall 6 months" },
  { patient: 15, chair: "c3", provider: "silva", kind: "clean", clock: "11:00", minutes: 45, confirmation: "confirmed" },
  { patient: 16, chair: "c3", provider: "silva", kind: "clean", clock: "13:00", minutes: 60, confirmation: "confirmed", notes: "Gum maintenance, 3 months" },
  { patient: 17, chair: "c3", provider: "silva", kind: "clean", clock: "14:00", minutes: 60, confirmation: "sent", notes: "First visit" },
  { patient: 18, chair: "c4", provider: "okafor", kind: "implant", clock: "10:00", minutes: 120, status: "seated", since: "10:00", notes: "Dr Okafor assists. Escort: daughter, +372 555 0143" },
];

/** Two weeks from now: those who would come sooner. */
const later: Visit[] = [
  { patient: 20, chair: "c1", provider: "okafor", kind: "filling", clock: "09:00", minutes: 45, asap: "2026-11-10" },
  { patient: 28, chair: "c1", provider: "okafor", kind: "check", clock: "10:00", minutes: 30, asap: "2026-11-16", wish: { from: "14:00" } },
  { patient: 36, chair: "c3", provider: "silva", kind: "clean", clock: "11:00", minutes: 60, asap: "2026-11-19", wish: { weekdays: [0, 1], from: "13:00" } },
  { patient: 44, chair: "c2", provider: "lindqvist", kind: "ortho", clock: "09:00", minutes: 60, asap: "2026-11-20", wish: { providers: ["lindqvist"] } },
];

/** A full day of short visits, for the look of a crowded one. */
const crowded: Visit[] = ["c1", "c2", "c3", "c4"].flatMap((chair, column) =>
  Array.from({ length: 30 }, (_, index) => ({
    patient: (column * 30 + index * 3) % 300,
    chair,
    provider: ["okafor", "lindqvist", "silva", "okafor"][column] ?? "okafor",
    kind: ["check", "filling", "ortho", "new", "consult"][(index + column) % 5] ?? "check",
    clock: `${String(8 + Math.floor(index / 4)).padStart(2, "0")}:${["00", "10", "20", "40"][index % 4]}`,
    minutes: index % 4 === 2 ? 20 : index % 4 === 3 && column === 1 ? 30 : index % 4 === 3 ? 15 : 10,
    confirmation: (["confirmed", "sent", "unconfirmed", "declined"] as const)[index % 4] ?? "sent",
    notes: index % 5 ? "" : "Bring the old pictures",
  })),
);

export function visitsOf(practice: PracticeView, patients: FakePatient[], kind: string): AppointmentView[] {
  if (patients.length === 0) return [];
  if (kind === "busy") {
    const kinds = practice.types.map((type) => type.id);
    const steps = ["confirmed", "sent", "unconfirmed", "confirmed"] as const;
    return busyVisits(TODAY).map(({ date, ...visit }, index) =>
      view(practice, patients, { ...visit, kind: kinds[index % kinds.length] ?? "check", confirmation: steps[index % 4] ?? "sent", notes: index % 3 ? "" : "Bring the old pictures" }, `b${index}`, date));
  }
  const today = (kind === "crowded" ? crowded : kind === "empty" ? [] : sketch).map((visit, index) =>
    view(practice, patients, visit, `v${index}`, TODAY),
  );
  const past = sketch.slice(0, 8).flatMap((visit, index) => [
    view(practice, patients, { ...visit, status: "completed", since: undefined }, `w${index}`, "2026-11-09"),
    view(practice, patients, { ...visit, status: index === 3 ? "cancelled" : "completed", kind: "clean", since: undefined }, `x${index}`, "2026-07-06"),
    view(practice, patients, { ...visit, status: "scheduled", confirmation: "unconfirmed", since: undefined }, `y${index}`, "2026-12-07"),
  ]);
  const asap = later.map((visit, index) => view(practice, patients, visit, `z${index}`, "2026-12-09"));
  return [...today, ...past, ...(kind === "empty" ? [] : asap)];
}

function view(
  practice: PracticeView, patients: FakePatient[], visit: Visit, id: string, date: string,
): AppointmentView {
  const patient = patients[visit.patient];
  const type = practice.types.find((one) => one.id === visit.kind);
  const start = at(date, visit.clock);
  const status = visit.status ?? "scheduled";
  return {
    id,
    revision: 1,
    ...patientPart(patient),
    provider: visit.provider,
    provider_name: practice.providers.find((one) => one.id === visit.provider)?.name ?? "",
    chair: visit.chair,
    chair_name: practice.chairs.find((one) => one.id === visit.chair)?.name ?? "",
    kind: visit.kind,
    kind_name: type?.name ?? "",
    tint: type?.tint ?? 5,
    start,
    end: addMinutes(start, visit.minutes),
    second_pass: false,
    minutes: visit.minutes,
    pattern: null,
    arrive: type?.arrive_early ? addMinutes(start, -type.arrive_early) : null,
    status,
    confirmation: visit.confirmation ?? "confirmed",
    notes: visit.notes ?? "",
    overbooked: visit.minutes === 30 && visit.chair === "c2" && visit.clock.endsWith("40"),
    ended_reason: status === "cancelled" ? "Had a cold" : null,
    ended: status === "cancelled"
      ? { at: addMinutes(start, -2880), by: "desk", by_practice: false, notice_minutes: 2880, late: false }
      : null,
    confirmed_by_person: visit.confirmation === "confirmed",
    arrived_at: ["arrived", "seated", "completed"].includes(status) ? addMinutes(at(date, visit.since ?? visit.clock), status === "arrived" ? 0 : -6) : null,
    seated_at: status === "seated" ? at(date, visit.since ?? visit.clock) : null,
    dismissed_at: status === "completed" ? addMinutes(start, visit.minutes) : null,
    series: null, notice: null, asks: null,
    asap: visit.asap ? at(visit.asap, "11:20") : null,
    wish: { ...noWish(), ...visit.wish },
    unanswered: [],
  };
}

/** What a visit shows of its patient. */
export function patientPart(patient: FakePatient | undefined) {
  const fields = patient?.fields ?? fieldsOf("", "");
  return {
    patient: patient?.id ?? "",
    patient_name: nameOf(fields),
    preferred_name: fields.preferred_name,
    initials: initialsOf(nameOf(fields)),
    age: fields.birth_date ? ageOn(fields.birth_date, TODAY) : null,
    phone: fields.phones[0]?.number ?? null,
    alert: fields.alert,
  };
}
