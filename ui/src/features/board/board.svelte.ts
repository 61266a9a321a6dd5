import { untrack } from "svelte";
import type { AppointmentView, BoardView, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { Latest } from "$/lib/latest";

/** The waiting room of today, read again each minute and whenever a visit changes. */
export class Board {
  view = $state.raw<BoardView | null>(null);
  error = $state.raw<WireError | null>(null);
  readonly nextToSeat = $derived(
    this.view?.waiting.find((row) => row.visit.id === this.view?.seat_next)?.visit ?? null,
  );
  /** How many wait longer than the practice puts up with. */
  readonly tooLong = $derived(this.view?.waiting.filter((row) => row.alert).length ?? 0);
  private readonly latest = new Latest();

  constructor(private readonly app: App) {}

  /** Keeps it up to date while the component that calls this is there. */
  follow(): void {
    $effect(() => {
      if (this.app.now && this.app.practice) untrack(() => this.read());
    });
    $effect(() => this.app.transport.onChanged(() => this.read()));
  }

  /** What is shown stays until the answer is there, so that nothing flickers. */
  read(): void {
    this.latest.ask(
      () => this.app.call("board.get", null),
      (view) => {
        this.view = view;
        this.error = null;
      },
      (thrown) => (this.error = toWireError(thrown)),
    );
  }

  /** All visits on the board, in the order shown. */
  readonly visits = $derived.by((): AppointmentView[] => {
    const view = this.view;
    if (!view) return [];
    return [...view.waiting, ...view.late, ...view.in_chair, ...view.next].map((row) => row.visit);
  });

  async setAlert(minutes: number): Promise<void> {
    await this.app.trying(async () => {
      this.app.practice = await this.app.call("board.set_alert", { minutes });
      this.read();
    });
  }
}
