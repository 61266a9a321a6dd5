import type { AppointmentView, PlacedVisits, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { Latest } from "$/lib/latest";
import { t } from "$/lib/text";

/** The series that the selected visit belongs to. */
export class Series {
  visits = $state.raw<AppointmentView[]>([]);
  /** What was said to a move that could not be. */
  answer = $state.raw<PlacedVisits | null>(null);
  error = $state.raw<WireError | null>(null);
  busy = $state(false);
  private readonly latest = new Latest();

  constructor(
    private readonly app: App,
    private readonly changed: (visit: AppointmentView) => void,
  ) {}

  read(visit: AppointmentView): void {
    this.answer = null;
    this.error = null;
    if (!visit.series) {
      this.latest.drop();
      this.visits = [];
      return;
    }
    this.latest.ask(
      () => this.app.call("series.list", { id: visit.id }),
      (visits) => (this.visits = visits),
      () => (this.visits = []),
    );
  }

  /** How many that are still to be follow this one. */
  following(visit: AppointmentView): number {
    const later = this.visits.filter((one) => one.start > visit.start && one.status === "scheduled");
    return visit.series && visit.status === "scheduled" ? later.length : 0;
  }

  /** All from this one on, as far as this one; `rest` leaves those where they are that cannot be moved. */
  async move(visit: AppointmentView, start: string, rest: boolean): Promise<void> {
    await this.doing(async () => {
      const answer = await this.app.call("series.move", {
        visit: {
          id: visit.id, revision: visit.revision, start, second_pass: false,
          provider: null, chair: null, minutes: null, overbook: false,
        },
        rest, only_ask: false,
      });
      this.answer = answer.kept ? null : answer;
      if (!answer.kept) return;
      const moved = answer.visits.flatMap((one) => one.appointment ?? []);
      this.changed(moved.find((one) => one.id === visit.id) ?? visit);
      this.app.done(t("said-series-moved", { patient: visit.patient_name, count: moved.length }), moved);
    });
  }

  async cancel(visit: AppointmentView, reason: string, byPractice: boolean): Promise<boolean> {
    let done = false;
    await this.doing(async () => {
      const cancelled = await this.app.call("series.cancel", {
        visit: { id: visit.id, reason, by_practice: byPractice },
      });
      const here = cancelled.find((one) => one.id === visit.id);
      if (here) this.changed(here);
      this.app.done(t("said-series-cancelled", { patient: visit.patient_name, count: cancelled.length }), cancelled);
      done = true;
    });
    return done;
  }

  private async doing(work: () => Promise<void>): Promise<void> {
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
