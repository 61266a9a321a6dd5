import type { AppointmentView, WishView } from "$/api/bindings";
import type { App } from "$/lib/app.svelte";
import { t } from "$/lib/text";
import { noWish } from "$/lib/wish";

/** Puts visits on the ASAP list and takes them off. */
export class Asap {
  writing = $state(false);
  busy = $state(false);

  constructor(
    private readonly app: App,
    private readonly changed: (visit: AppointmentView) => void,
  ) {}

  /** What was begun for one visit does not go on with another. */
  forget(): void {
    this.writing = false;
  }

  /** On or off, with no wish. */
  toggle(visit: AppointmentView): void {
    void this.set(visit, !visit.asap, noWish());
  }

  async set(visit: AppointmentView, on: boolean, wish: WishView): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const patient = { patient: visit.patient_name };
    await this.app.trying(async () => {
      const { id, revision } = visit;
      this.changed(await this.app.call("appointment.set_asap", { id, revision, on, wish }));
      this.writing = false;
      this.app.done(on ? t("said-asap", patient) : t("said-not-asap", patient));
    });
    this.busy = false;
  }
}
