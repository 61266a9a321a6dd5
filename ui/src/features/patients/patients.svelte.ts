import type { PatientHit, WireError, WirePatientStatus } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { Latest } from "$/lib/latest";
import { SvelteMap } from "svelte/reactivity";

export const PAGE = 100;
const SEARCH_LIMIT = 100;
const WAIT_MS = 25;

/** The list of patients, read page by page as it is scrolled, or what a search finds. */
export class Patients {
  text = $state("");
  status = $state<WirePatientStatus | null>(null);
  total = $state<number | null>(null);
  hits = $state.raw<PatientHit[] | null>(null);
  error = $state.raw<WireError | null>(null);
  active = $state(-1);
  private readonly pages = new SvelteMap<number, PatientHit[]>();
  /** Pages that were asked for; nothing is shown by it, so it need not be reactive. */
  private asked: number[] = [];
  private readonly latest = new Latest();
  private generation = 0;

  constructor(private readonly app: App) {}

  get searching(): boolean {
    return this.text.trim() !== "";
  }

  get count(): number {
    return this.searching ? (this.hits?.length ?? 0) : (this.total ?? 0);
  }

  /** Undefined while it is read. */
  row(index: number): PatientHit | undefined {
    if (this.searching) return this.hits?.[index];
    return this.pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** Reads what is missing between two rows. */
  need(first: number, last: number): void {
    if (this.searching) return;
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
      if (!this.asked.includes(page)) void this.read(page);
    }
  }

  search(text: string): void {
    this.text = text;
    this.active = -1;
    if (!this.searching) {
      this.latest.drop();
      this.hits = null;
      return;
    }
    this.latest.ask(
      () => this.app.call("patient.search", { text, limit: SEARCH_LIMIT }),
      (hits) => {
        this.hits = this.status ? hits.filter((hit) => hit.status === this.status) : hits;
        this.active = this.hits.length > 0 ? 0 : -1;
        this.error = null;
      },
      (thrown) => (this.error = toWireError(thrown)),
      WAIT_MS,
    );
  }

  filter(status: WirePatientStatus | null): void {
    this.status = status;
    this.refresh();
  }

  /** Reads again what is in view; the old rows stay until then. */
  refresh(): void {
    this.generation += 1;
    const pages = this.asked;
    this.asked = [];
    this.error = null;
    if (this.searching) this.search(this.text);
    void this.read(pages[pages.length - 1] ?? 0, true);
  }

  step(by: number): void {
    if (this.count === 0) return;
    this.active = Math.min(this.count - 1, Math.max(0, this.active + by));
  }

  private async read(page: number, fresh = false): Promise<void> {
    const generation = this.generation;
    this.asked.push(page);
    try {
      const read = await this.app.call("patient.list", {
        offset: page * PAGE,
        limit: PAGE,
        status: this.status,
      });
      if (generation !== this.generation) return;
      if (fresh) this.pages.clear();
      this.total = read.total;
      this.pages.set(page, read.rows);
      // A filter may leave fewer pages than the one that was in view.
      if (fresh && page > 0 && read.total <= page * PAGE) void this.read(0);
    } catch (thrown) {
      if (generation !== this.generation) return;
      this.asked = this.asked.filter((one) => one !== page);
      this.error = toWireError(thrown);
    }
  }
}
