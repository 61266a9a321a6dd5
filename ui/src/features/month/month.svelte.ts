import type { MonthView, ViewShows, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { firstWeekday } from "$/lib/format";
import { Latest } from "$/lib/latest";

/** A page of the calendar. */
export class Month {
  view = $state.raw<MonthView | null>(null);
  error = $state.raw<WireError | null>(null);
  loading = $state(false);
  private asked: { date: string; shows: ViewShows } | null = null;
  private readonly latest = new Latest();

  constructor(private readonly app: App) {}

  open(date: string, shows: ViewShows): void {
    this.asked = { date, shows };
    this.read();
  }

  read(): void {
    if (!this.asked) return;
    const { date, shows: { by, chairs, providers } } = this.asked;
    this.loading = true;
    this.latest.ask(
      () => this.app.call("month.get", { date, week_begins: firstWeekday(), by, chairs, providers }),
      (view) => {
        this.app.setClock(view.now);
        this.view = view;
        this.error = null;
        this.loading = false;
      },
      (thrown) => {
        this.error = toWireError(thrown);
        this.loading = false;
      },
    );
  }
}
