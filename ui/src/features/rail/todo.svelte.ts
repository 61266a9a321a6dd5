import type { App } from "$/lib/app.svelte";
import type { RecordKind } from "$/api/transport";
import { Latest } from "$/lib/latest";
import { concernsMessages, SETTLES_MS } from "$/lib/messageKinds";

const KINDS: RecordKind[] = ["appointment", "waiting", "patient"];

/** How many rows of the lists somebody should do something about: visits to book again, and calls to make. */
export class Todo {
  count = $state(0);
  /** Messages that did not get there, calls to make, and mail that does not go. */
  messages = $state(0);
  private readonly latest = new Latest();
  private readonly latestMessages = new Latest();

  constructor(private readonly app: App) {}

  heard(kinds: RecordKind[]): void {
    if (kinds.some((kind) => KINDS.includes(kind))) this.readLists();
    if (concernsMessages(kinds)) this.readMessages();
  }

  read(): void {
    this.readLists();
    this.readMessages();
  }

  private readLists(): void {
    this.latest.ask(
      () => this.app.call("list.counts", null),
      ({ unscheduled, unconfirmed }) => (this.count = unscheduled + unconfirmed),
      () => (this.count = 0),
    );
  }

  private readMessages(): void {
    this.latestMessages.ask(
      () => this.app.call("message.desk", null),
      ({ count }) => (this.messages = count),
      () => (this.messages = 0),
      SETTLES_MS,
    );
  }
}
