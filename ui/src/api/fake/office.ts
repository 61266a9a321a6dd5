import type { ExceptionView, ImportPreview, WeekHoursView } from "../bindings";
import { closureOn } from "./day";
import { refusal } from "./errors";
import { bookedOn, refuseOver } from "./landing";
import { samplePdf } from "./pdf";
import { TODAY } from "./practice";
import type { FakeState, Handlers } from "./state";

const FIELDS = ["family_name", "given_name", "birth_date", "sex", "phone", "email", "chart_number", "notes"];
const COLUMNS: [string, string | null, string[]][] = [
  ["Surname", "family_name", ["Byrne", "Müller", "O'Brien"]],
  ["First name", "given_name", ["Ann", "Jörg", "Pat"]],
  ["DOB", "birth_date", ["03/04/1980", "12/11/1975", "01/02/1990"]],
  ["Mobile", "phone", ["087 555 0101", "0664 5550102"]],
  ["Comment", null, ["=1+1", "prefers mornings"]],
];
const REFUSED = [
  { source: "patients.csv", line: 14, reason: "31/02/1980 is not a date." },
  { source: "patients.csv", line: 77, reason: "No family name and no given name." },
];

/** Settings, import, export, prints and the check-up. */
export function officeHandlers(state: FakeState): Handlers {
  const put = <One extends { id: string }>(all: One[], one: Omit<One, "id"> & { id: string | null }, kind: string): One[] => {
    const saved = { ...one, id: one.id ?? state.newId(kind) } as One;
    return all.some((other) => other.id === saved.id)
      ? all.map((other) => (other.id === saved.id ? saved : other))
      : [...all, saved];
  };
  const kept = (all: { id: string; exceptions: ExceptionView[] }[], id: string | null): ExceptionView[] =>
    all.find((one) => one.id === id)?.exceptions ?? [];
  const named = (name: string): void => {
    if (!name.trim()) throw refusal("invalid", "A name is missing.", "Write a name.", { field: "name" });
  };
  // Which hours hold a visit is for the core to say: here any do but none at all.
  const closedAllWeek = ({ hours }: { hours: WeekHoursView | null }): boolean => hours?.days.every((day) => day.length === 0) ?? false;
  return {
    "practice.get": () => ({ ...state.practice, patients: state.patients.length }),
    "practice.save": ({ name, zone, language, phone, hours }) => {
      named(name);
      state.practice = { ...state.practice, name, zone, language, phone, hours };
      state.tell("practice");
      return state.practice;
    },
    "provider.save": ({ accept, ...input }) => {
      named(input.name);
      if (closedAllWeek(input)) refuseOver(bookedOn(state, TODAY, "9999").filter((visit) => visit.provider === input.id), accept);
      const there = state.practice.providers.find((one) => one.id === input.id);
      const tint = there?.tint ?? state.practice.providers.length % 8;
      state.practice = { ...state.practice, providers: put(state.practice.providers, { ...input, tint, exceptions: kept(state.practice.providers, input.id) }, "provider") };
      state.tell("provider");
      return state.practice;
    },
    "chair.save": ({ accept, ...input }) => {
      named(input.name);
      if (closedAllWeek(input)) refuseOver(bookedOn(state, TODAY, "9999").filter((visit) => visit.chair === input.id), accept);
      state.practice = { ...state.practice, chairs: put(state.practice.chairs, { ...input, exceptions: kept(state.practice.chairs, input.id) }, "chair") };
      state.tell("chair");
      return state.practice;
    },
    "appointment_type.save": (input) => {
      named(input.name);
      state.practice = { ...state.practice, types: put(state.practice.types, input, "type") };
      state.tell("appointment_type");
      return state.practice;
    },
    "closure.save": ({ accept, ...input }) => {
      named(input.name);
      refuseOver(bookedOn(state, input.from, input.to).filter(({ start }) => !closureOn(state.practice, start.slice(0, 10))), accept);
      state.practice = { ...state.practice, closures: put(state.practice.closures, input, "closure") };
      state.tell("closure");
      return state.practice;
    },
    "closure.remove": ({ id }) => {
      state.practice = { ...state.practice, closures: state.practice.closures.filter((one) => one.id !== id) };
      state.tell("closure");
      return state.practice;
    },
    "doctor.run": () => ({
      ok: true,
      findings: [
        { check: "pages", ok: true, what: "Every page of the file is as it was written.", next: "" },
        { check: "counter", ok: true, what: "The file is the newest one this computer wrote.", next: "" },
        { check: "audit", ok: true, what: "No entry of the audit trail is missing.", next: "" },
      ],
    }),
    "print.render": ({ what, date, landscape, patient }) => {
      const who = state.patients.find((one) => one.id === patient)?.fields.family ?? "";
      return { pdf: samplePdf(`${state.practice.name}, ${what} ${who || date}`, landscape), name: `${what}-${date}.pdf` };
    },
    "power_cut.get": () => state.powerCut,
    "power_cut.save": ({ passphrase, ...chosen }) => {
      if (chosen.on && !chosen.folder.startsWith("/")) {
        throw refusal("invalid", "Choose the folder with its whole path.", "Correct it and try again.", { field: "folder" });
      }
      state.powerCut = { ...state.powerCut, ...chosen, has_passphrase: state.powerCut.has_passphrase || passphrase !== null };
      state.tell("power_cut");
      return state.powerCut;
    },
    "power_cut.make": () => {
      state.powerCut = { ...state.powerCut, made_for: "2026-11-24" };
      return { date: "2026-11-24", path: `${state.powerCut.folder}/daybook-2026-11-24-3f9c.pdf`, encrypted: state.powerCut.encrypted };
    },
    "print.save": ({ path }) => ({ path }),
    "path.pick": ({ purpose, name }) => ({
      path: purpose.startsWith("open") ? "/home/desk/patients.csv" : `/home/desk/${name ?? "file"}`,
    }),
    "export.run": ({ path, format }) => ({
      files: [path],
      patients: format === "ics" ? 0 : state.patients.length,
      appointments: format === "vcf" ? 0 : state.visits.length,
      not_contacted: format === "vcf" ? 2 : 0,
    }),
    "import.preview": (request): ImportPreview => {
      if (request.paths.some((path) => path.includes("missing"))) {
        throw refusal("not_found", "There is no such file.", "Look at the path.", { field: "paths" });
      }
      if (request.format === "ics" && !request.calendar?.provider) {
        throw refusal("invalid", "Say whose calendar it is.", "Choose a provider.", { field: "provider" });
      }
      const csv = request.format === "csv";
      const mapped = Object.keys(request.map).length > 0;
      return {
        columns: csv
          ? COLUMNS.map(([name, field, samples]) => ({ name, field: mapped ? request.map[name] || null : field, samples }))
          : [],
        fields: FIELDS,
        rows: [
          { line: 2, kind: "patient", summary: "Byrne, Ann · 3 Apr 1980 · 087 555 0101" },
          { line: 3, kind: "patient", summary: "Müller, Jörg · 12 Nov 1975 · 0664 5550102" },
        ],
        date_format: csv ? request.date_format : null,
        date_formats: csv ? ["dmy", "mdy"] : [],
        delimiter: csv ? ";" : null,
        encoding: csv ? "windows-1252" : null,
        year_rule: "Two-digit years 27 to 99 are read as 1927 to 1999, 00 to 26 as 2000 to 2026.",
        read: 212,
        refused: REFUSED,
      };
    },
    "import.start": () => (state.importing = { running: true, done: 0, total: 4096, report: null, error: null }),
    "import.progress": () => {
      const { importing } = state;
      if (!importing.running) return importing;
      const done = Math.min(importing.total, importing.done + 1024);
      const report = { read: 212, created: 201, updated: 9, unchanged: 0, refused: REFUSED, unused_columns: [], left_out: [], year_rule: null, going_on: 0, going_on_after: null, cancelled: false };
      const running = done < importing.total;
      state.importing = { ...importing, done, running, report: running ? null : report };
      if (!running) state.tell("patient", "appointment");
      return state.importing;
    },
    "import.cancel": () =>
      (state.importing = {
        running: false, done: 0, total: 4096, error: null,
        report: { read: 40, created: 0, updated: 0, unchanged: 0, refused: [], unused_columns: [], left_out: [], year_rule: null, going_on: 0, going_on_after: null, cancelled: true },
      }),
  };
}
