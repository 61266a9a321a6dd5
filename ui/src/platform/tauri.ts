import { invoke, isTauri } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { SessionView } from "$/api/bindings";
import type { RecordKind, Transport } from "$/api/transport";

/** Whether this page runs in the desktop window. */
export const insideWindow = (): boolean => isTauri();

/** The one command and the two events of the desktop shell. */
export function tauriTransport(): Transport {
  return {
    call: (name, request) => invoke("rpc", { name, request }),
    onChanged: (listener) =>
      listenTo<{ kinds: RecordKind[] }>("changed", ({ kinds }) => listener(kinds)),
    onSession: (listener) => listenTo<SessionView>("session", listener),
  };
}

function listenTo<Payload>(event: string, listener: (payload: Payload) => void): () => void {
  const stop = listen<Payload>(event, ({ payload }) => listener(payload));
  return () => void stop.then((unlisten) => unlisten());
}
