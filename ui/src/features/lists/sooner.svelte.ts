import type { AppointmentView, ListRow, OpeningView, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { mediumDate, timeOf } from "$/lib/format";
import { t } from "$/lib/text";
import { dateOf } from "$/lib/time";

const SHOWN = 8;

/** Where a visit of the ASAP list could go, sooner than it stands. */
export class Sooner {
  openings = $state.raw<OpeningView[] | null>(null);
  error = $state.raw<WireError | null>(null);
  busy = $state(false);
  active = $state(0);

  constructor(private readonly app: App, readonly row: ListRow) {}

  async find(): Promise<void> {
    const { row } = this;
    const until = dateOf(row.start ?? this.app.today);
    const last = row.wish.last_day && row.wish.last_day < until ? row.wish.last_day : until;
    try {
      const found = await this.app.call("appointment.openings", {
        minutes: row.minutes, kind: row.kind, wish: { ...row.wish, last_day: last }, patient: row.patient,
        every: false, limit: SHOWN,
      });
      this.openings = found.filter((one) => one.start < (row.start ?? ""));
    } catch (thrown) {
      this.error = toWireError(thrown);
    }
  }

  /** Moves the visit there; it leaves the list. */
  async take(opening: OpeningView): Promise<AppointmentView | null> {
    if (this.busy) return null;
    this.busy = true;
    this.error = null;
    const { row } = this;
    try {
      const moved = await this.app.call("appointment.move", {
        id: row.id, revision: row.revision, start: opening.start, second_pass: opening.second_pass,
        provider: opening.provider, chair: opening.chair, minutes: null, overbook: false, leaves_asap: true,
      });
      const when = { date: mediumDate(moved.start), time: timeOf(moved.start) };
      this.app.done(t("said-moved-date", { patient: moved.patient_name, chair: moved.chair_name, ...when }), [moved]);
      return moved;
    } catch (thrown) {
      this.error = toWireError(thrown);
      return null;
    } finally {
      this.busy = false;
    }
  }
}
