import type { AppointmentView, DayView, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { shortWeekdayDate, timeOf } from "$/lib/format";
import { t } from "$/lib/text";
import { addMinutes, at, clockOf, dateOf } from "$/lib/time";
import type { GridColumn } from "./columns";
import { bookCopy } from "./copy";
import type { Direction } from "./day.svelte";
import { columnOf, type Place } from "./layout";
import { dayOf, whereIn } from "./place";

/** Minutes that a visit may take. */
const SHORTEST = 5;
const LONGEST = 720;

/** A visit on its way to another time, chair, provider or length: by drag, by resize, or by keys. */
export class Move {
  visit = $state.raw<AppointmentView | null>(null);
  start = $state("");
  chair = $state<string | null>(null);
  provider = $state<string | null>(null);
  minutes = $state(0);
  error = $state.raw<WireError | null>(null);
  busy = $state(false);
  /** Whether the visit stays, and a second one like it is booked. */
  copies = $state(false);
  /** Where the visit is shown meanwhile. */
  readonly place = $derived<Place | null>(
    this.visit && {
      id: this.copies ? null : this.visit.id,
      chair: this.chair,
      provider: this.provider,
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
  begin(visit: AppointmentView, copies = false): void {
    this.visit = visit;
    this.copies = copies;
    this.start = visit.start;
    this.chair = visit.chair;
    this.provider = visit.provider;
    this.minutes = visit.minutes;
    this.error = null;
  }

  /** Ends it, and says which visit it was about. */
  end(): AppointmentView | null {
    const { visit } = this;
    this.visit = null;
    this.error = null;
    return visit;
  }

  /** Takes the visit along to another date. */
  onto(date: string): void {
    this.start = at(date, clockOf(this.start));
    this.error = null;
  }

  /** Longer or shorter, by its end. */
  stretch(by: number): void {
    this.minutes = Math.min(LONGEST, Math.max(SHORTEST, this.minutes + by));
    this.error = null;
  }

  /** Gives the visit to another provider, in the same place. */
  give(provider: string): void {
    this.provider = provider;
    this.error = null;
  }

  /** Takes a pinned visit up, onto another date. */
  beginOn(date: string, visit: AppointmentView): void {
    this.begin(visit);
    this.onto(date);
  }

  /** One step of the grid, or to the column beside it: another chair, provider or day. */
  step(direction: Direction, columns: readonly GridColumn[], minutes = 5): void {
    this.error = null;
    if (!this.place) return;
    if (direction === "up" || direction === "down") {
      const start = addMinutes(this.start, direction === "down" ? minutes : -minutes);
      if (dateOf(start) === dateOf(this.start)) this.start = start;
      return;
    }
    const named = columns.filter(({ kind, column }) => column[kind] !== null);
    const here = columnOf(named, this.place);
    const next = named[here + (direction === "right" ? 1 : -1)];
    if (here >= 0 && next) this.into(next, at(next.day.date, clockOf(this.start)));
  }

  /** Into a column, at a time. */
  private into(column: GridColumn, start: string): void {
    const where = whereIn(column, this.visit, this, start);
    this.start = start;
    this.chair = where.chair;
    this.provider = where.provider;
  }

  /** Moves at once, as a drag does. Without a column, where it stands. */
  async to(
    visit: AppointmentView, start: string, column: GridColumn | null, minutes: number, days: readonly DayView[],
    copies = false,
  ): Promise<void> {
    this.begin(visit, copies);
    this.start = start;
    if (column) this.into(column, start);
    this.minutes = minutes;
    await this.commit(days);
  }

  /** Puts the visit that was taken up where somebody clicked. */
  async put(start: string, column: GridColumn, days: readonly DayView[]): Promise<void> {
    if (this.visit) await this.to(this.visit, start, column, this.minutes, days, this.copies);
  }

  async commit(days: readonly DayView[], overbook = false): Promise<void> {
    const visit = this.visit;
    // Who works where is known only of the days that are shown.
    if (!visit || this.busy || !dayOf(days, this.start)) return;
    const { start, chair, provider, minutes } = this;
    const stays = start === visit.start && chair === visit.chair && provider === visit.provider && minutes === visit.minutes;
    if (stays && !this.copies) {
      this.end();
      return;
    }
    this.busy = true;
    this.error = null;
    try {
      if (this.copies) {
        const copy = await bookCopy(this.app, visit, { start, chair, provider, minutes, overbook });
        this.end();
        this.moved(copy);
        return;
      }
      const after = await this.app.call("appointment.move", {
        id: visit.id,
        revision: visit.revision,
        start,
        second_pass: visit.second_pass && start === visit.start,
        provider: provider === visit.provider ? null : provider,
        chair: chair === visit.chair ? null : chair,
        minutes: minutes === visit.minutes ? null : minutes,
        overbook,
      });
      this.end();
      this.app.pinboard.remove(after.id);
      this.moved(after);
      const asksAgain = visit.confirmation === "confirmed" && after.confirmation === "unconfirmed";
      this.app.done([said(visit, after), asksAgain ? t("said-to-confirm") : ""].filter(Boolean).join(". "), [after]);
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
  const stays = before.start === after.start && before.chair === after.chair && before.provider === after.provider;
  if (stays) return t("said-resized", { patient, minutes: after.minutes });
  if (dateOf(before.start) !== dateOf(after.start)) {
    return t("said-moved-date", { patient, date: shortWeekdayDate(after.start), time, chair: after.chair_name });
  }
  return before.provider === after.provider
    ? t("said-moved", { patient, time, chair: after.chair_name })
    : t("said-moved-provider", { patient, time, chair: after.chair_name, provider: after.provider_name });
}
