import type { LastView, SavedViewView, ViewShows, WireSpan } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "./app.svelte";
import { t } from "./text";

/** What is shown until somebody chooses: the day by chair, of all chairs. */
export const EVERYTHING: ViewShows = {
  span: "day",
  by: "chair",
  chairs: [],
  providers: [],
  colour: "type",
  card: ["time", "type", "note", "alert"],
  from: null,
  grid: 5,
};

const KEEP_MS = 400;

/** How the schedule is looked at: what is shown now, and the saved views it can be chosen from. */
export class Views {
  saved = $state.raw<SavedViewView[]>([]);
  shows = $state.raw<ViewShows>(EVERYTHING);
  /** The saved view that was chosen last; what is shown may have been changed since. */
  chosenId = $state<string | null>(null);
  /** What was shown last is known: before that nothing need be read. */
  ready = $state(false);
  readonly chosen = $derived(this.saved.find((view) => view.id === this.chosenId) ?? null);
  /** Nothing is left out and nothing is out of the ordinary, however much is shown at once. */
  readonly everything = $derived(alike({ ...this.shows, span: EVERYTHING.span }, EVERYTHING));
  readonly changed = $derived(this.chosen !== null && !alike(this.chosen.shows, this.shows));
  private keeping: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly app: App) {}

  /** Reads the saved views; the first time what was shown last is shown again. */
  async read(): Promise<void> {
    try {
      const { views, last } = await this.app.call("view.list", null);
      this.saved = views;
      if (!this.ready && last) {
        this.shows = { ...EVERYTHING, ...last.shows };
        this.chosenId = last.view;
      }
    } catch {
      // The schedule itself is worth more than how it was looked at: all of it is shown.
    }
    this.ready = true;
  }

  /** Of another practice nothing is known. */
  forget(): void {
    clearTimeout(this.keeping);
    this.saved = [];
    this.shows = EVERYTHING;
    this.chosenId = null;
    this.ready = false;
  }

  choose(view: SavedViewView): void {
    this.shows = view.shows;
    this.chosenId = view.id;
    this.keep();
  }

  /** The saved view on F1 to F12. */
  chooseKey(key: number): boolean {
    const view = this.saved.find((one) => one.key === key);
    if (view) this.choose(view);
    return view !== undefined;
  }

  /** Everything again, of no saved view. */
  chooseAll(): void {
    this.shows = { ...EVERYTHING, span: this.shows.span };
    this.chosenId = null;
    this.keep();
  }

  change(part: Partial<ViewShows>): void {
    this.shows = { ...this.shows, ...part };
    this.keep();
  }

  span(span: WireSpan): void {
    this.change({ span });
  }

  /** Saves what is shown: as the chosen view, or as a new one. Fails as the core does. */
  async save(id: string | null, name: string, key: number | null): Promise<void> {
    const after = await this.app.call("view.save", { id, name, key, shows: this.shows });
    this.put(after);
    this.chosenId = after.id;
    this.keep();
    this.app.done(t("said-view-saved", { name: after.name }));
  }

  async remove(view: SavedViewView): Promise<void> {
    await this.app.call("view.remove", { id: view.id });
    this.saved = this.saved.filter((one) => one.id !== view.id);
    if (this.chosenId === view.id) this.chosenId = null;
    this.app.done(t("said-view-removed", { name: view.name }));
  }

  private put(view: SavedViewView): void {
    const there = this.saved.some((one) => one.id === view.id);
    this.saved = there ? this.saved.map((one) => (one.id === view.id ? view : one)) : [...this.saved, view];
  }

  /** For the next start; several steps of one choice are kept once. */
  private keep(): void {
    clearTimeout(this.keeping);
    const last: LastView = { view: this.chosenId, shows: this.shows };
    this.keeping = setTimeout(() => {
      this.app.call("view.choose", last).catch((thrown: unknown) => {
        // A machine that keeps nothing shows everything at the next start; a locked practice shows itself.
        void toWireError(thrown);
      });
    }, KEEP_MS);
  }
}

/** Whether two show the same. */
function alike(one: ViewShows, other: ViewShows): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

const sorted = (shows: ViewShows): unknown[] => [
  shows.span, shows.by, [...shows.chairs].sort(), [...shows.providers].sort(),
  shows.colour, shows.card, shows.from, shows.grid,
];
