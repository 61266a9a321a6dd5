import type { AppointmentView, CandidateView, GapView, ListRow, WireList, WishView } from "../bindings";
import { addMinutes, at, clockFrom, clockOf, dateOf, minutesBetween, minutesOf } from "$/lib/time";
import { noWish } from "$/lib/wish";
import { clashesWith, isClosed, suits } from "./day";
import { refusal } from "./errors";
import { nameOf } from "./practice";
import type { FakeState, Handlers } from "./state";

export interface FakeWaiting {
  id: string;
  revision: number;
  list: "waiting" | "planned";
  patient: string;
  kind: string | null;
  minutes: number;
  wish: WishView;
  urgent: boolean;
  note: string;
  since: string;
  open: boolean;
}

const entry = (index: number, list: FakeWaiting["list"], patient: number, kind: string, minutes: number, more: Partial<FakeWaiting> = {}): FakeWaiting => ({
  id: `${list}-${index}`, revision: 0, list, patient: `p${patient}`, kind, minutes, wish: noWish(), urgent: false, note: "",
  since: `2026-11-${String(2 + (index % 20)).padStart(2, "0")}T10:05`, open: true, ...more,
});

export function waitingOf(kind: string): FakeWaiting[] {
  if (kind === "empty") return [];
  const few = [
    entry(1, "waiting", 50, "root", 45, { urgent: true, note: "Pain at night, upper left" }),
    entry(2, "waiting", 58, "filling", 45, { wish: { ...noWish(), weekdays: [0, 1], from: "14:00" } }),
    entry(3, "waiting", 66, "clean", 60, { wish: { ...noWish(), providers: ["silva"] } }),
    entry(4, "planned", 16, "crown", 60, { note: "Second step, after the root canal" }),
    entry(5, "planned", 9, "ortho", 60),
  ];
  if (kind !== "many") return few;
  const more = Array.from({ length: 400 }, (_, index) =>
    entry(10 + index, index % 3 ? "waiting" : "planned", (index * 8) % 300, ["clean", "filling", "check"][index % 3] ?? "check", 15 + (index % 4) * 15));
  return [...few, ...more];
}

const SHORTEST = 10;
const EMPTY = { ended: null, ended_reason: "", unanswered: [], next: null, urgent: false, note: "", start: null, status: null, confirmation: null };

/** The lists, and who could take a gap, of the practice in memory. */
export function listHandlers(state: FakeState): Handlers {
  const reachable = (id: string): boolean => {
    const status = state.patients.find((one) => one.id === id)?.fields.status;
    return status === "active" || status === "prospective";
  };
  const visitRow = (visit: AppointmentView): ListRow => {
    const { id, revision, patient, patient_name, phone, kind, kind_name, tint, minutes, provider, provider_name, chair, chair_name } = visit;
    return {
      ...EMPTY,
      id, revision, patient, patient_name, phone, kind, kind_name, tint, minutes, provider, provider_name, chair, chair_name,
      start: visit.start, status: visit.status, confirmation: visit.confirmation, since: visit.asap, wish: visit.wish,
      note: visit.notes, unanswered: visit.unanswered,
      ended: visit.ended, ended_reason: visit.ended_reason ?? "",
    };
  };
  const waitingRow = (one: FakeWaiting): ListRow => {
    const patient = state.patients.find((other) => other.id === one.patient);
    const type = state.practice.types.find((other) => other.id === one.kind);
    return {
      ...EMPTY,
      id: one.id, revision: one.revision, patient: one.patient, patient_name: patient ? nameOf(patient.fields) : "",
      phone: patient?.fields.phones[0]?.number ?? null, kind: one.kind, kind_name: type?.name ?? "", tint: type?.tint ?? 5,
      minutes: one.minutes, provider: null, provider_name: "", chair: null, chair_name: "", since: one.since,
      wish: one.wish, urgent: one.urgent, note: one.note,
    };
  };
  const rowsOf = (list: WireList): ListRow[] => {
    const { now } = state.practice;
    const visits = state.visits.filter((visit) => reachable(visit.patient));
    const byStart = (one: AppointmentView, other: AppointmentView): number => (one.start < other.start ? -1 : 1);
    const coming = visits.filter((visit) => visit.status === "scheduled" && visit.start > now).sort(byStart);
    switch (list) {
      case "unscheduled":
        return visits
          .filter((visit) => (visit.status === "missed" || visit.status === "cancelled") && !state.seenTo.includes(visit.id))
          .sort(byStart).reverse().map(visitRow);
      case "asap":
        return coming.filter((visit) => visit.asap).map(visitRow);
      case "unconfirmed":
        return coming.filter((visit) => visit.confirmation === "unconfirmed" || visit.confirmation === "sent").map(visitRow);
      default:
        return state.waiting
          .filter((one) => one.list === list && one.open && reachable(one.patient))
          .sort((one, other) => Number(other.urgent) - Number(one.urgent) || (one.since < other.since ? -1 : 1))
          .map(waitingRow);
    }
  };
  const find = (id: string, revision: number): FakeWaiting => {
    const found = state.waiting.find((one) => one.id === id);
    if (!found || found.revision !== revision) throw refusal("stale", "Somebody changed this in the meantime.", "Read the list again.");
    return found;
  };

  /** The free stretch around a time, quarter by quarter. */
  function gapAt(provider: string, chair: string, time: string): [start: string, end: string] | null {
    const free = (start: string): boolean =>
      start >= state.practice.now && !isClosed(state.practice, chair, start, addMinutes(start, 5)) &&
      clashesWith(state.visits, { provider, chair, patient: "", start, end: addMinutes(start, 5) }).length === 0;
    if (!free(time)) return null;
    let [start, end] = [time, addMinutes(time, 5)];
    while (free(addMinutes(start, -5))) start = addMinutes(start, -5);
    while (free(end)) end = addMinutes(end, 5);
    return [start, end];
  }

  function candidates(provider: string, chair: string, start: string, end: string): CandidateView[] {
    const minutes = minutesBetween(start, end);
    const lists: WireList[] = ["asap", "waiting", "unscheduled", "planned"];
    return lists.flatMap((list) =>
      rowsOf(list).flatMap((row): CandidateView[] => {
        let begin = start;
        while (begin < end && !suits(row.wish, provider, chair, begin, row.minutes)) begin = addMinutes(begin, 5);
        const fits = row.minutes <= minutes && addMinutes(begin, row.minutes) <= end;
        if (!fits || (list === "asap" && (row.start ?? "") <= begin)) return [];
        const place = row.start ? { start: row.start, provider: row.provider ?? "", chair: row.chair ?? "" } : null;
        const { id, revision, patient, patient_name, phone, kind, kind_name, tint, urgent, note } = row;
        return [{
          list, id, revision, patient, patient_name, phone, kind, kind_name, tint, minutes: row.minutes, start: begin,
          second_pass: false, since: row.since ?? row.start ?? begin, wished: row.wish.from !== null || row.wish.weekdays.length > 0,
          urgent, note, booked: place,
        }];
      }),
    );
  }

  function gapView(provider: string, chair: string, time: string): GapView | null {
    const [start, end] = gapAt(provider, chair, time) ?? [];
    if (!start || !end || minutesBetween(start, end) < SHORTEST) return null;
    const found = candidates(provider, chair, start, end);
    return {
      provider, provider_name: state.practice.providers.find((one) => one.id === provider)?.name ?? "",
      chair, chair_name: state.practice.chairs.find((one) => one.id === chair)?.name ?? "",
      start, second_pass: false, end, minutes: minutesBetween(start, end), kept_for: [], total: found.length,
      asked: found.filter((one) => one.list === "asap" || one.list === "waiting").length, candidates: found.slice(0, 20),
    };
  }

  return {
    "list.get": ({ list }) => ({ rows: rowsOf(list), more: false }),
    "list.counts": () => ({
      unscheduled: rowsOf("unscheduled").length, asap: rowsOf("asap").length, waiting: rowsOf("waiting").length,
      unconfirmed: rowsOf("unconfirmed").length, planned: rowsOf("planned").length,
    }),
    "gap.candidates": ({ provider, chair, at: time }) => ({ gap: gapView(provider, chair, time) }),
    "day.gaps": ({ date }) => {
      if (date < dateOf(state.practice.now)) return [];
      return state.practice.chairs.flatMap((chair) => {
        const provider = state.visits.find((visit) => visit.chair === chair.id && dateOf(visit.start) === date)?.provider;
        if (!provider) return [];
        const found: GapView[] = [];
        for (let minute = 8 * 60; minute < 18 * 60; minute += 5) {
          const gap = gapView(provider, chair.id, at(date, clockFrom(minute)));
          if (!gap) continue;
          if (gap.asked > 0) found.push(gap);
          minute = minutesOf(clockOf(gap.end));
        }
        return found.map(({ start, end, minutes, asked, candidates: all }) => ({
          provider, chair: chair.id, start, second_pass: false, end, minutes, count: asked,
          names: all.slice(0, 3).map((one) => one.patient_name.split(" ").pop() ?? ""),
        }));
      });
    },
    "waiting.save": (input) => {
      if (input.list !== "waiting" && input.list !== "planned") throw refusal("invalid", "This list is not written.", "");
      if (!reachable(input.patient)) throw refusal("invalid", "This patient is not active.", "Make the patient active first.");
      const there = input.id ? find(input.id, input.revision) : null;
      const type = state.practice.types.find((one) => one.id === input.kind);
      const saved: FakeWaiting = {
        ...input, list: input.list, id: there?.id ?? state.newId("entry"), revision: there ? there.revision + 1 : 0,
        minutes: input.minutes ?? type?.minutes ?? 30, since: there?.since ?? state.practice.now, open: true,
      };
      state.waiting = [...state.waiting.filter((one) => one.id !== saved.id), saved];
      state.tell("waiting");
      return { id: saved.id, revision: saved.revision };
    },
    "waiting.let_go": ({ id, revision }) => {
      const found = find(id, revision);
      state.waiting = state.waiting.map((one) => (one === found ? { ...one, open: false, revision: revision + 1 } : one));
      state.tell("waiting");
      return { id, revision: revision + 1 };
    },
  };
}
