import type { AppointmentView, ListCountsView, ListRow, WireError, WireList } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { Latest } from "$/lib/latest";
import { t } from "$/lib/text";

export const LISTS: WireList[] = ["unscheduled", "asap", "waiting", "unconfirmed", "planned"];
export type SortBy = "usual" | "name" | "minutes" | "kind" | "since";

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const SORTS: Record<SortBy, (one: ListRow, other: ListRow) => number> = {
  usual: () => 0,
  name: (one, other) => one.patient_name.localeCompare(other.patient_name),
  minutes: (one, other) => one.minutes - other.minutes,
  kind: (one, other) => one.kind_name.localeCompare(other.kind_name),
  since: (one, other) => compare(one.since ?? "", other.since ?? ""),
};

/** One of the lists that the desk works through, and what is done with its rows. */
export class Lists {
  list = $state<WireList>("unscheduled");
  all = $state(false);
  rows = $state.raw<ListRow[] | null>(null);
  more = $state(false);
  counts = $state.raw<ListCountsView | null>(null);
  error = $state.raw<WireError | null>(null);
  busy = $state(false);
  active = $state(0);
  provider = $state("");
  kind = $state("");
  sort = $state<SortBy>("usual");
  /** The row that is being let go. */
  letting = $state.raw<ListRow | null>(null);
  readonly shown = $derived.by((): ListRow[] => {
    const rows = (this.rows ?? []).filter(
      (row) =>
        (!this.kind || row.kind === this.kind) &&
        (!this.provider || row.provider === this.provider || row.wish.providers.includes(this.provider)),
    );
    return this.sort === "usual" ? rows : rows.sort(SORTS[this.sort]);
  });
  readonly row = $derived<ListRow | null>(this.shown[this.active] ?? null);
  private readonly latest = new Latest();

  constructor(private readonly app: App) {}

  open(list: WireList): void {
    if (list !== this.list) {
      this.rows = null;
      this.active = 0;
      this.sort = "usual";
      this.letting = null;
    }
    this.list = list;
    this.read();
  }

  /** Reads the list again; the rows that were shown stay until then. */
  read(): void {
    const { list, all } = this;
    this.latest.ask(
      () => Promise.all([this.app.call("list.get", { list, all }), this.app.call("list.counts", null)]),
      ([view, counts]) => {
        this.rows = view.rows;
        this.more = view.more;
        this.counts = counts;
        this.error = null;
        this.active = Math.max(0, Math.min(this.active, this.shown.length - 1));
      },
      (thrown) => (this.error = toWireError(thrown)),
    );
  }

  setAll(all: boolean): void {
    this.all = all;
    this.read();
  }

  step(by: number): void {
    this.active = Math.max(0, Math.min(this.shown.length - 1, this.active + by));
  }

  confirm(row: ListRow, confirmation: "confirmed" | "declined"): Promise<boolean> {
    const said = confirmation === "confirmed" ? t("said-confirmed", who(row)) : t("said-declined", who(row));
    return this.change(() => this.app.call("appointment.set_confirmation", { id: row.id, confirmation, unlock: false }), said);
  }

  noAnswer(row: ListRow): Promise<boolean> {
    return this.change(() => this.app.call("appointment.no_answer", { id: row.id }), t("said-no-answer", who(row)));
  }

  /** Takes a visit off the ASAP list; it stays where it is. */
  notSooner(row: ListRow): Promise<boolean> {
    const { id, revision, wish } = row;
    return this.change(
      () => this.app.call("appointment.set_asap", { id, revision, on: false, wish }), t("said-not-asap", who(row)),
    );
  }

  async letGo(row: ListRow, reason: string): Promise<void> {
    const done = row.start
      ? await this.change(() => this.app.call("appointment.let_go", { id: row.id, reason }), t("said-let-go", who(row)))
      : await this.letWaitingGo(row, reason);
    if (done) this.letting = null;
  }

  private letWaitingGo(row: ListRow, reason: string): Promise<boolean> {
    return this.run(async () => {
      await this.app.call("waiting.let_go", { id: row.id, revision: row.revision, reason });
      this.app.done(t("said-let-go", who(row)));
    });
  }

  private change(work: () => Promise<AppointmentView>, said: string): Promise<boolean> {
    return this.run(async () => {
      await work();
      this.app.done(said);
    });
  }

  private async run(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      await work();
      this.error = null;
      this.read();
      return true;
    } catch (thrown) {
      this.error = toWireError(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}

const who = (row: ListRow): { patient: string } => ({ patient: row.patient_name });
