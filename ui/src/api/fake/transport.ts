import type { Transport } from "../transport";
import { appointmentHandlers } from "./appointments";
import { boardHandlers } from "./board";
import { blockOutHandlers } from "./blockOuts";
import { closingHandlers } from "./closing";
import { refusal } from "./errors";
import { listHandlers } from "./lists";
import { messageHandlers } from "./messages";
import { noticeHandlers } from "./notices";
import { officeHandlers } from "./office";
import { patientHandlers } from "./patients";
import { seriesHandlers } from "./series";
import { sessionHandlers } from "./session";
import { viewHandlers } from "./views";
import { FakeState, type Handler, type Handlers } from "./state";

export interface FakeTransport extends Transport {
  state: FakeState;
  /** Replaces the answer of a command; null gives the usual one back. */
  handlers: Handlers;
}

/**
 * A practice in memory, for tests and for a browser during development. Options: `state` absent,
 * locked or open; `day` crowded, busy, empty or unreadable; `lists` many or empty; `patients` a number;
 * `slow` milliseconds; `locale` of the desktop.
 */
export function fakeTransport(options = new URLSearchParams()): FakeTransport {
  const state = new FakeState(options);
  const slow = Number(options.get("slow") ?? 0);
  const appointments = appointmentHandlers(state);
  const handlers: Handlers = {
    ...sessionHandlers(state),
    ...appointments,
    ...noticeHandlers(state),
    ...seriesHandlers(state, appointments),
    ...appointmentHandlers(state),
    ...boardHandlers(state),
    ...patientHandlers(state),
    ...officeHandlers(state),
    ...viewHandlers(state),
    ...blockOutHandlers(state),
    ...closingHandlers(state),
    ...listHandlers(state),
    ...messageHandlers(state),
  };
  return {
    state,
    handlers,
    async call(name, request) {
      await new Promise((resolve) => (slow ? setTimeout(resolve, slow) : queueMicrotask(() => resolve(null))));
      const handler = handlers[name] as Handler<typeof name> | undefined;
      if (!handler) throw refusal("failed", `${name} is not there.`, "");
      return structuredClone(await state.steps.around(name, request, () => handler(request)));
    },
    onChanged(listener) {
      state.changed.add(listener);
      return () => state.changed.delete(listener);
    },
    onSession(listener) {
      state.sessions.add(listener);
      return () => state.sessions.delete(listener);
    },
  };
}
