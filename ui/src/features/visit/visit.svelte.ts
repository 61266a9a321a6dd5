import type { AppointmentView, PatientView, WireError, WireStatus } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { Latest } from "$/lib/latest";
import { t } from "$/lib/text";
import { Series } from "./series.svelte";

const SAID: Record<WireStatus, (patient: string) => string> = {
  scheduled: (patient) => t("said-scheduled", { patient }),
  arrived: (patient) => t("said-arrived", { patient }),
  seated: (patient) => t("said-seated", { patient }),
  completed: (patient) => t("said-completed", { patient }),
  missed: (patient) => t("said-missed", { patient }),
  cancelled: (patient) => t("said-cancelled", { patient }),
};

/** What the desk does with the selected visit, and what it is asked about its patient. */
export class Visit {
  error = $state.raw<WireError | null>(null);
  busy = $state(false);
  cancelling = $state(false);
  patient = $state.raw<PatientView | null>(null);
  readonly series: Series;
  private readonly latest = new Latest();

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
  }

  setStatus(visit: AppointmentView, status: WireStatus): Promise<boolean> {
    if (visit.status === status) return Promise.resolve(true);
    return this.change(
      () => this.app.call("appointment.set_status", { id: visit.id, status }),
      SAID[status](visit.patient_name),
    );
  }

  confirm(visit: AppointmentView): Promise<boolean> {
    if (visit.confirmation === "confirmed") return Promise.resolve(true);
    return this.change(
      () => this.app.call("appointment.set_confirmation", { id: visit.id, confirmation: "confirmed" }),
      t("said-confirmed", { patient: visit.patient_name }),
    );
  }

  /** Cancels the visit, or with `following` also those of its series that come after it. */
  async cancel(visit: AppointmentView, reason: string, byPractice: boolean, following = false): Promise<void> {
    if (following) {
      if (await this.series.cancel(visit, reason, byPractice)) this.cancelling = false;
      this.error = this.series.error;
      return;
    }
    const done = await this.change(
      () => this.app.call("appointment.cancel", { id: visit.id, reason, by_practice: byPractice }),
      SAID.cancelled(visit.patient_name),
    );
    if (done) this.cancelling = false;
  }

  /** Somebody told the patient what was to be told of this visit. */
  told(visit: AppointmentView): Promise<boolean> {
    const notice = visit.notice;
    if (!notice) return Promise.resolve(true);
    return this.change(async () => {
      await this.app.call("notice.told", { id: notice.id });
      return this.app.call("appointment.get", { id: visit.id });
    }, t("said-told", { patient: visit.patient_name }));
  }

  edit(visit: AppointmentView, kind: string | null, notes: string): Promise<boolean> {
    if (kind === visit.kind && notes === visit.notes) return Promise.resolve(true);
    const { id, revision } = visit;
    return this.change(
      () => this.app.call("appointment.edit", { id, revision, kind, notes }),
      t("said-edited", { patient: visit.patient_name }),
    );
  }

  private async change(work: () => Promise<AppointmentView>, said: string): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.error = null;
    try {
      const visit = await work();
      this.changed(visit);
      this.app.done(said, [visit]);
      return true;
    } catch (thrown) {
      this.error = toWireError(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
