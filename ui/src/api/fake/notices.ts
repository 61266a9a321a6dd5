import type { NoticeView, WireNoticeOf } from "../bindings";
import { refusal } from "./errors";
import type { FakeState, Handlers } from "./state";

/** What patients are to be told, kept with their visits. */
export function noticeHandlers(state: FakeState): Handlers {
  const settle = (id: string): null => {
    if (!state.visits.some((visit) => visit.notice?.id === id)) {
      throw refusal("stale", "Somebody else changed this in the meantime.", "Look at it as it is now.");
    }
    state.visits = state.visits.map((visit) => (visit.notice?.id === id ? { ...visit, notice: null } : visit));
    state.tell("notice");
    return null;
  };
  return {
    "notice.list": () =>
      state.visits
        .filter((visit) => visit.notice !== null && visit.start > state.practice.now)
        .map((visit) => ({ notice: visit.notice as NoticeView, visit })),
    "notice.remember": ({ appointments }) => {
      state.visits = state.visits.map((visit) => {
        if (!appointments.includes(visit.id) || visit.notice) return visit;
        const from = state.movedFrom.get(visit.id) ?? null;
        const of: WireNoticeOf = visit.status === "cancelled" ? "cancelled" : from ? "moved" : "booked";
        const made = new Date().toISOString();
        return { ...visit, notice: { id: state.newId("notice"), of, from: of === "moved" ? from : null, made } };
      });
      state.steps.amend();
      state.tell("notice");
      return null;
    },
    "notice.told": ({ id }) => settle(id),
    "notice.withdraw": ({ id }) => settle(id),
  };
}
