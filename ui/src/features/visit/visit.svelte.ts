import type { AppointmentView, PatientView, WireConfirmation, WireError, WireStatus, WireStep } from "$/api/bindings";
import { hasCode, toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { Latest } from "$/lib/latest";
import { t } from "$/lib/text";
import { timeOf } from "$/lib/format";
import { Series } from "./series.svelte";

const SAID: Record<WireStatus, (patient: string) => string> = {
  scheduled: (patient) => t("said-scheduled", { patient }),
  arrived: (patient) => t("said-arrived", { patient }),
  seated: (patient) => t("said-seated", { patient }),
  completed: (patient) => t("said-completed", { patient }),
  missed: (patient) => t("said-missed", { patient }),
  cancelled: (patient) => t("said-cancelled", { patient }),
};

const CONFIRMED: Record<WireConfirmation, (patient: string) => string> = {
  unconfirmed: (patient) => t("said-unconfirmed", { patient }),
  sent: (patient) => t("said-sent", { patient }),
  confirmed: (patient) => t("said-confirmed", { patient }),
  declined: (patient) => t("said-declined", { patient }),
};

/** Does the change; `unlock` when somebody said that a completed visit may be changed (S9). */
type Change = (unlock: boolean) => Promise<AppointmentView>;

/** What the desk does with the selected visit, and what it is asked about its patient. */
export class Visit {
  /** Does knowingly what was just refused. */
  again = $state.raw<(() => void) | null>(null);
  error = $state.raw<WireError | null>(null);
  busy = $state(false);
  cancelling = $state(false);
  /** A change to a completed visit that waits for somebody to say that it is meant (S9). */
  asked = $state.raw<{ id: string; work: Change; said: string } | null>(null);
  patient = $state.raw<PatientView | null>(null);
  readonly series: Series;
  private readonly latest = new Latest();
  private running: Promise<boolean> = Promise.resolve(true);

  constructor(
    private readonly app: App,
    private readonly changed: (visit: AppointmentView) => void,
  ) {
    this.series = new Series(app, changed);
  }

  /** Reads the patient of a visit; the one shown before stays until then if it is the same. */
  readPatient(id: string): void {
    if (this.patient?.id !== id) this.patient = null;
    this.latest.ask(
      () => this.app.call("patient.get", { id }),
      (patient) => (this.patient = patient),
      () => (this.patient = null),
    );
  }

  forget(): void {
    this.error = null;
    this.cancelling = false;
    this.asked = null;
  }

  setStatus(visit: AppointmentView, status: WireStatus): Promise<boolean> {
    if (visit.status === status) return Promise.resolve(true);
    const said = SAID[status](visit.patient_name);
    return this.change(
      visit.id,
      (unlock) => this.app.call("appointment.set_status", { id: visit.id, status, at: null, unlock }),
      // Calm, and at the moment when the patient stands at the counter.
      status === "arrived" && visit.alert ? t("said-alert", { said, alert: visit.alert }) : said,
    );
  }

  /** Done by mistake is in the chair again; missed is expected again. */
  stepBack(visit: AppointmentView): Promise<boolean> {
    if (visit.status === "scheduled") return Promise.resolve(true);
    return this.change(
      visit.id,
      (unlock) => this.app.call("appointment.step_back", { id: visit.id, unlock }),
      t("said-step-back", { patient: visit.patient_name }),
    );
  }

  setTime(visit: AppointmentView, step: WireStep, at: string): Promise<boolean> {
    const { id, revision } = visit;
    return this.change(
      id,
      (unlock) => this.app.call("appointment.set_time", { id, revision, step, at, unlock }),
      t("said-time", { patient: visit.patient_name, time: timeOf(at) }),
    );
  }

  confirm(visit: AppointmentView, confirmation: WireConfirmation): Promise<boolean> {
    if (visit.confirmation === confirmation) return Promise.resolve(true);
    return this.change(
      visit.id,
      (unlock) => this.app.call("appointment.set_confirmation", { id: visit.id, confirmation, unlock }),
      CONFIRMED[confirmation](visit.patient_name),
    );
  }

  /** One key for both: confirmed, and back. */
  toggleConfirmed(visit: AppointmentView): Promise<boolean> {
    return this.confirm(visit, visit.confirmation === "confirmed" ? "unconfirmed" : "confirmed");
  }

  /** Somebody said that it is meant. */
  async unlock(): Promise<void> {
    const { asked } = this;
    this.asked = null;
    if (asked) await this.change(asked.id, () => asked.work(true), asked.said);
  }

  /** Cancels the visit, or with `following` also those of its series that come after it. */
  async cancel(visit: AppointmentView, reason: string, byPractice: boolean, following = false): Promise<void> {
    if (following) {
      if (await this.series.cancel(visit, reason, byPractice)) this.cancelling = false;
      this.error = this.series.error;
      return;
    }
    const done = await this.change(
      visit.id,
      () => this.app.call("appointment.cancel", { id: visit.id, reason, by_practice: byPractice }),
      SAID.cancelled(visit.patient_name),
    );
    if (done) this.cancelling = false;
  }

  /** Somebody told the patient what was to be told of this visit. */
  told(visit: AppointmentView): Promise<boolean> {
    const notice = visit.notice;
    if (!notice) return Promise.resolve(true);
    return this.change(visit.id, async () => {
      await this.app.call("notice.told", { id: notice.id });
      return this.app.call("appointment.get", { id: visit.id });
    }, t("said-told", { patient: visit.patient_name }));
  }

  /** Where the time or the place is for other types it is refused, and may be meant: `again` then. */
  async edit(visit: AppointmentView, kind: string | null, notes: string, overbook = false): Promise<boolean> {
    if (kind === visit.kind && notes === visit.notes) return true;
    const { id, revision } = visit;
    const done = await this.change(
      id,
      () => this.app.call("appointment.edit", { id, revision, kind, notes, overbook }),
      t("said-edited", { patient: visit.patient_name }),
    );
    const code = this.error?.code;
    if (!done && (code === "closed" || code === "clash")) this.again = () => void this.edit(visit, kind, notes, true);
    return done;
  }

  /** Changes are made one after the other: a quick hand's second key waits and is not lost. */
  private change(id: string, work: Change, said: string): Promise<boolean> {
    this.busy = true;
    this.running = this.running.then(() => this.make(id, work, said));
    return this.running;
  }

  private async make(id: string, work: Change, said: string): Promise<boolean> {
    this.busy = true;
    this.error = null;
    this.again = null;
    this.asked = null;
    try {
      const visit = await work(false);
      this.changed(visit);
      this.app.done(said, [visit]);
      return true;
    } catch (thrown) {
      if (hasCode(thrown, "completed")) this.asked = { id, work, said };
      else this.error = toWireError(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
