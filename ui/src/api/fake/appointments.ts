import type { AppointmentView, DayView } from "../bindings";
import { addDays, addMinutes, minutesBetween } from "$/lib/time";
import { blockOutsOn } from "./blockOuts";
import { clashesWith, dayOf, isClosed, openingsOf } from "./day";
import { noWish } from "$/lib/wish";
import { refusal } from "./errors";
import { historyOf } from "./history";
import { patientPart, TODAY } from "./practice";
import type { FakeState, Handlers } from "./state";

export function appointmentHandlers(state: FakeState): Handlers {
  const find = (id: string): AppointmentView => {
    const visit = state.visits.find((one) => one.id === id);
    if (!visit) throw refusal("not_found", "This visit is gone.", "Read the day again.");
    return visit;
  };
  const change = (before: AppointmentView, part: Partial<AppointmentView>): AppointmentView => {
    const after = { ...before, ...part, revision: before.revision + 1 };
    state.visits = state.visits.map((one) => (one.id === after.id ? after : one));
    state.history.set(after.id, [historyOf("changed", before, after), ...(state.history.get(after.id) ?? [])]);
    state.tell("appointment");
    return after;
  };
  /** Refuses what overlaps or lies outside the hours; true when it was taken knowingly. */
  const check = (visit: AppointmentView, overbook: boolean): boolean => {
    const place = { ...visit, provider: visit.provider ?? "", chair: visit.chair ?? "", but: visit.id };
    const clashes = clashesWith(state.visits, place);
    if (overbook) return clashes.length > 0;
    if (clashes[0]) {
      throw refusal("clash", `${clashes[0].patient_name} is there already.`, "Take another time, or book it all the same.", { clashes });
    }
    if (isClosed(state.practice, place.chair, visit.start, visit.end)) {
      throw refusal("closed", "Nobody works there then.", "Take another time, or book it all the same.");
    }
    return false;
  };
  /** S9 */
  const mayChange = (visit: AppointmentView, unlock: boolean): void => {
    if (visit.status !== "completed" || unlock) return;
    throw refusal("completed", "The visit is completed and locked.", "Change it knowingly if it was marked by mistake.");
  };
  const named = (provider: string | null, chair: string | null) => ({
    provider, chair,
    provider_name: state.practice.providers.find((one) => one.id === provider)?.name ?? "",
    chair_name: state.practice.chairs.find((one) => one.id === chair)?.name ?? "",
  });

  return {
    "schedule.get": ({ from, to }) => {
      const days: DayView[] = [];
      for (let date = from; date <= to; date = addDays(date, 1)) {
        // One day in a week cannot be read wholly; the others can.
        days.push(dayOf(state.practice, state.visits, date, state.unreadable && date === (from === to ? from : TODAY), blockOutsOn(state, date)));
      }
      return { now: state.practice.now, days };
    },
    "appointment.get": ({ id }) => find(id),
    "appointment.book": (request) => {
      const type = state.practice.types.find((one) => one.id === request.kind);
      const minutes = request.minutes ?? type?.minutes ?? 30;
      const visit: AppointmentView = {
        id: state.newId("visit"), revision: 1,
        ...patientPart(state.patients.find((one) => one.id === request.patient)),
        ...named(request.provider, request.chair),
        kind: request.kind, kind_name: type?.name ?? "", tint: type?.tint ?? 5,
        start: request.start, end: addMinutes(request.start, minutes), second_pass: request.second_pass,
        minutes, pattern: null, arrive: type?.arrive_early ? addMinutes(request.start, -type.arrive_early) : null,
        status: "scheduled", confirmation: "unconfirmed", notes: request.notes, overbooked: false,
        ended_reason: null, ended: null, confirmed_by_person: false, arrived_at: null, seated_at: null, dismissed_at: null,
        series: null, notice: null, asks: null,
        asap: null, wish: noWish(), unanswered: [],
      };
      visit.overbooked = check(visit, request.overbook);
      if (request.closes) state.closeEntry(request.closes, visit);
      state.visits = [...state.visits, visit];
      state.history.set(visit.id, [historyOf("created", visit, visit)]);
      state.tell("appointment");
      return { ...visit, asks: "booked" };
    },
    "appointment.move": (request) => {
      const before = find(request.id);
      if (before.revision !== request.revision) {
        throw refusal("stale", "Somebody changed this visit in the meantime.", "Look at it again, then move it.");
      }
      const minutes = request.minutes ?? before.minutes;
      const part = {
        ...named(request.provider ?? before.provider, request.chair ?? before.chair),
        start: request.start, end: addMinutes(request.start, minutes), minutes,
      };
      const overbooked = check({ ...before, ...part }, request.overbook);
      const listed = request.leaves_asap ? { asap: null, wish: noWish() } : {};
      const changed = change(before, { ...part, overbooked, ...listed });
      const asks = before.start === changed.start || before.notice ? null : "moved";
      state.movedFrom.set(before.id, before.start);
      return { ...changed, asks };
    },
    "appointment.edit": ({ id, kind, notes }) => {
      const type = state.practice.types.find((one) => one.id === kind);
      return change(find(id), { kind, kind_name: type?.name ?? "", tint: type?.tint ?? 5, notes });
    },
    "appointment.cancel": ({ id, reason, by_practice }) => {
      const visit = find(id);
      const notice_minutes = minutesBetween(state.practice.now, visit.start);
      const late = !by_practice && notice_minutes < state.practice.late_notice_hours * 60;
      const ended = { at: state.practice.now, by: "desk", by_practice, notice_minutes, late };
      const changed = change(visit, { status: "cancelled", ended_reason: reason, ended, notice: null });
      return { ...changed, asks: visit.notice ? null : "cancelled" };
    },
    "appointment.set_status": ({ id, status, unlock }) => {
      const at = state.practice.now;
      const visit = find(id);
      mayChange(visit, unlock);
      if (["completed", "missed"].includes(status) && visit.start > at && visit.status === "scheduled") {
        throw refusal("refused", "The visit has not begun yet.", "Check that it is the right visit.");
      }
      return change(visit, {
        status, ended: null, ended_reason: null,
        ...(status === "arrived" ? { arrived_at: at } : {}),
        ...(status === "seated" ? { seated_at: at } : {}),
        ...(status === "completed" ? { dismissed_at: at } : {}),
      });
    },
    "appointment.history": ({ id }) => state.history.get(id) ?? [],
    "appointment.step_back": ({ id, unlock }) => {
      const visit = find(id);
      mayChange(visit, unlock);
      const status = visit.status === "completed" && visit.seated_at ? "seated"
        : ["completed", "seated"].includes(visit.status) && visit.arrived_at ? "arrived" : "scheduled";
      return change(visit, {
        status, dismissed_at: null, ended: null, ended_reason: null,
        ...(status === "seated" ? {} : { seated_at: null }), ...(status === "scheduled" ? { arrived_at: null } : {}),
      });
    },
    "appointment.set_time": ({ id, step, at, unlock }) => {
      const visit = find(id);
      mayChange(visit, unlock);
      if (at > state.practice.now) throw refusal("refused", "That time is still to come.", "Correct the time and try again.");
      return change(visit, { [`${step}_at`]: at });
    },
    "appointment.set_confirmation": ({ id, confirmation, unlock }) => {
      mayChange(find(id), unlock);
      return change(find(id), { confirmation, confirmed_by_person: confirmation !== "unconfirmed" });
    },
    "appointment.set_asap": ({ id, on, wish }) => {
      const visit = find(id);
      return change(visit, { asap: on ? (visit.asap ?? state.practice.now) : null, wish: on ? wish : noWish() });
    },
    "appointment.let_go": ({ id }) => {
      state.seenTo = [...state.seenTo, id];
      return change(find(id), {});
    },
    "appointment.no_answer": ({ id }) => {
      const visit = find(id);
      const confirmation = visit.confirmation === "unconfirmed" ? "sent" : visit.confirmation;
      return change(visit, { confirmation, unanswered: [...visit.unanswered, state.practice.now] });
    },
    "appointment.openings": (request) => openingsOf(state.practice, state.visits, request),
    undo: () => state.steps.undo(),
    redo: () => state.steps.redo(),
  };
}
