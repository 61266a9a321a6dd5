import type { AppointmentView, DayView, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { shortWeekdayDate, timeOf } from "$/lib/format";
import { t } from "$/lib/text";
import { addMinutes, at, clockOf, dateOf, minutesOf } from "$/lib/time";
import type { Direction } from "./day.svelte";
import type { Place } from "./layout";

const STEP_MINUTES = 5;

/** A visit on its way to another time, chair or length: by drag, by resize, or by keys. */
export class Move {
  visit = $state.raw<AppointmentView | null>(null);
  start = $state("");
  chair = $state<string | null>(null);
  minutes = $state(0);
  error = $state.raw<WireError | null>(null);
  busy = $state(false);
  /** Where the visit is shown meanwhile. */
  readonly place = $derived<Place | null>(
    this.visit && {
      id: this.visit.id,
      chair: this.chair,
      start: this.start,
      minutes: this.minutes,
      name: this.visit.patient_name,
    },
  );

  constructor(
    private readonly app: App,
    private readonly moved: (visit: AppointmentView) => void,
  ) {}

  /** Takes a visit up, to be moved by keys. */
  begin(visit: AppointmentView): void {
    this.visit = visit;
    this.start = visit.start;
    this.chair = visit.chair;
    this.minutes = visit.minutes;
    this.error = null;
  }

  /** Puts it back where it was. */
  end(): void {
    this.visit = null;
    this.error = null;
  }

  /** Takes the visit along to another date. */
  onto(date: string): void {
    this.start = at(date, clockOf(this.start));
    this.error = null;
  }

  step(direction: Direction, view: DayView): void {
    this.error = null;
    if (direction === "up" || direction === "down") {
      const start = addMinutes(this.start, direction === "down" ? STEP_MINUTES : -STEP_MINUTES);
      if (dateOf(start) === view.date) this.start = start;
      return;
    }
    const chairs = view.columns.map((column) => column.chair).filter((chair) => chair !== null);
    const index = chairs.indexOf(this.chair ?? "") + (direction === "right" ? 1 : -1);
    this.chair = chairs[index] ?? this.chair;
  }

  /** Moves at once, as a drag does. */
  async to(visit: AppointmentView, start: string, chair: string | null, minutes: number, view: DayView): Promise<void> {
    this.begin(visit);
    this.start = start;
    this.chair = chair;
    this.minutes = minutes;
    await this.commit(view);
  }

  async commit(view: DayView, overbook = false): Promise<void> {
    const visit = this.visit;
    // Who works where is known only of the day that is shown.
    if (!visit || this.busy || dateOf(this.start) !== view.date) return;
    if (this.start === visit.start && this.chair === visit.chair && this.minutes === visit.minutes) {
      this.end();
      return;
    }
    this.busy = true;
    this.error = null;
    try {
      const after = await this.app.call("appointment.move", {
        id: visit.id,
        revision: visit.revision,
        start: this.start,
        second_pass: visit.second_pass && this.start === visit.start,
        provider: providerAt(view, visit, this.chair, this.start),
        chair: this.chair === visit.chair ? null : this.chair,
        minutes: this.minutes === visit.minutes ? null : this.minutes,
        overbook,
      });
      this.end();
      this.moved(after);
      this.app.done(said(visit, after), [after]);
    } catch (thrown) {
      this.error = toWireError(thrown);
    } finally {
      this.busy = false;
    }
  }
}

function said(before: AppointmentView, after: AppointmentView): string {
  const patient = after.patient_name;
  const time = timeOf(after.start);
  if (before.start === after.start && before.chair === after.chair) {
    return t("said-resized", { patient, minutes: after.minutes });
  }
  if (dateOf(before.start) !== dateOf(after.start)) {
    return t("said-moved-date", { patient, date: shortWeekdayDate(after.start), time, chair: after.chair_name });
  }
  return before.provider === after.provider
    ? t("said-moved", { patient, time, chair: after.chair_name })
    : t("said-moved-provider", { patient, time, chair: after.chair_name, provider: after.provider_name });
}

/** In another chair the visit goes to who works there then, unless its own provider does. */
function providerAt(
  view: DayView, visit: AppointmentView, chair: string | null, start: string,
): string | null {
  if (chair === visit.chair) return null;
  const minute = minutesOf(clockOf(start));
  const there = (view.columns.find((column) => column.chair === chair)?.providers ?? []).filter(
    ({ from, to }) => minutesOf(from) <= minute && minute < minutesOf(to),
  );
  if (there.some(({ id }) => id === visit.provider)) return null;
  return there.length === 1 ? (there[0]?.id ?? null) : null;
}
