import type { SavedViewView, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { Views } from "$/lib/views.svelte";

/** The name and the key under which what is shown is about to be saved. */
export class ViewDraft {
  name = $state("");
  key = $state<number | null>(null);
  error = $state.raw<WireError | null>(null);
  busy = $state(false);

  constructor(private readonly views: () => Views) {}

  /** Begins with those of a view. */
  take(view: SavedViewView | null): void {
    this.name = view?.name ?? "";
    this.key = view?.key ?? null;
    this.error = null;
  }

  /** What the core says of a field. */
  wrong(field: string): string | null {
    return this.error?.field === field ? this.error.what : null;
  }

  /** Whose key it is, other than the view's that is saved. */
  owner(key: number, id: string | null): SavedViewView | null {
    return this.views().saved.find((view) => view.key === key && view.id !== id) ?? null;
  }

  async save(id: string | null): Promise<void> {
    await this.trying(() => this.views().save(id, this.name, this.key));
  }

  async remove(view: SavedViewView): Promise<void> {
    await this.trying(() => this.views().remove(view));
  }

  private async trying(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = null;
    try {
      await work();
    } catch (thrown) {
      this.error = toWireError(thrown);
    } finally {
      this.busy = false;
    }
  }
}
