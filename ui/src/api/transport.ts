import type { Commands, SessionView } from "./bindings";

/** The kinds of record a `changed` event names. */
export type RecordKind =
  | "practice"
  | "provider"
  | "chair"
  | "appointment_type"
  | "closure"
  | "patient"
  | "household"
  | "appointment"
  | "block_out_type"
  | "block_out"
  | "waiting"
  | "saved_view"
  | "notice"
  | "power_cut"
  | "reminder_rule"
  | "message_settings"
  | "message_text"
  | "consent"
  | "contact_wish"
  | "contact_stop"
  | "outbox"
  | "mailbox";

/** The way to the core: the desktop shell, or a practice in memory. */
export interface Transport {
  /** Resolves with the response or rejects with a `WireError`. */
  call<Name extends keyof Commands>(
    name: Name,
    request: Commands[Name]["request"],
  ): Promise<Commands[Name]["response"]>;
  /** Both return a function that stops listening. */
  onChanged(listener: (kinds: RecordKind[]) => void): () => void;
  onSession(listener: (session: SessionView) => void): () => void;
}
