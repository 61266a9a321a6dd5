import type { App } from "$/lib/app.svelte";
import type { RecordKind } from "$/api/transport";
import { Latest } from "$/lib/latest";

const KINDS: RecordKind[] = ["appointment", "waiting", "patient"];

/** How many rows of the lists somebody should do something about: visits to book again, and calls to make. */
export class Todo {
  count = $state(0);
  private readonly latest = new Latest();

  constructor(private readonly app: App) {}

  heard(kinds: RecordKind[]): void {
    if (kinds.some((kind) => KINDS.includes(kind))) this.read();
  }

  read(): void {
    this.latest.ask(
      () => this.app.call("list.counts", null),
      ({ unscheduled, unconfirmed }) => (this.count = unscheduled + unconfirmed),
      () => (this.count = 0),
    );
  }
}
