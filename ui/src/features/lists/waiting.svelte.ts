import type { ListRow, PatientHit, WireError, WireList, WishView } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { t } from "$/lib/text";
import { noWish } from "$/lib/wish";

const USUAL_MINUTES = 30;

/** An entry of the waiting list, or a planned visit, as it is being written. */
export class WaitingEntry {
  patient = $state.raw<{ id: string; name: string } | null>(null);
  kind = $state("");
  minutes = $state(USUAL_MINUTES);
  wish = $state.raw<WishView>(noWish());
  urgent = $state(false);
  note = $state("");
  error = $state.raw<WireError | null>(null);
  busy = $state(false);
  readonly id: string | null;
  private readonly revision: number;
  private ownLength: boolean;

  constructor(private readonly app: App, readonly list: WireList, row: ListRow | null) {
    this.id = row?.id ?? null;
    this.revision = row?.revision ?? 0;
    this.ownLength = row !== null;
    if (!row) return;
    this.patient = { id: row.patient, name: row.patient_name };
    this.kind = row.kind ?? "";
    this.minutes = row.minutes;
    this.wish = row.wish;
    this.urgent = row.urgent;
    this.note = row.note;
  }

  get ready(): boolean {
    return this.patient !== null && this.minutes > 0;
  }

  pick(hit: PatientHit): void {
    this.patient = { id: hit.id, name: hit.name };
  }

  setKind(id: string): void {
    this.kind = id;
    const type = this.app.practice?.types.find((one) => one.id === id);
    if (type && !this.ownLength) this.minutes = type.minutes;
  }

  setMinutes(minutes: number): void {
    this.minutes = minutes;
    this.ownLength = true;
  }

  /** Whether it is saved. */
  async save(): Promise<boolean> {
    if (this.busy || !this.patient) return false;
    this.busy = true;
    this.error = null;
    const patient = this.patient;
    try {
      await this.app.call("waiting.save", {
        id: this.id, revision: this.revision, patient: patient.id, list: this.list, kind: this.kind || null,
        minutes: this.minutes, wish: this.wish, urgent: this.urgent, note: this.note.trim(),
      });
      this.app.done(this.list === "planned" ? t("said-planned", { patient: patient.name }) : t("said-waits", { patient: patient.name }));
      return true;
    } catch (thrown) {
      this.error = toWireError(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
