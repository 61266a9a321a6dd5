import type { AppointmentView, EndOfDayView, OpenVisitView, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { Latest } from "$/lib/latest";
import { dateOf } from "$/lib/time";

/** A visit on the list: open, or ticked off while one looks on. */
export interface Item {
  visit: AppointmentView;
  why: OpenVisitView["why"] | "unconfirmed";
  done: boolean;
}

export interface Group {
  id: string;
  /** Null for today; else the day gone by, or the day to come for whom to call. */
  date: string | null;
  calls: boolean;
  items: Item[];
}

/** What is still open, and what was ticked off since the list was opened. */
export class DayEnd {
  view = $state.raw<EndOfDayView | null>(null);
  error = $state.raw<WireError | null>(null);
  /** Ticked off here; they stay in their place with a tick, as on paper. */
  private ticked = $state.raw<Item[]>([]);
  private readonly latest = new Latest();

  constructor(private readonly app: App) {}

  readonly groups = $derived.by((): Group[] => {
    const view = this.view;
    if (!view) return [];
    const left = view.left.map(itemOf);
    const past = [...left, ...this.tickedOf(false)]
      .map((item) => dateOf(item.visit.start))
      .filter((date, index, all) => date < view.date && all.indexOf(date) === index)
      .sort()
      .reverse();
    const ofDay = (items: Item[], date: string): Item[] =>
      this.merged(items.filter((item) => dateOf(item.visit.start) === date), false, date);
    const calls = view.unconfirmed.map((visit): Item => ({ visit, why: "unconfirmed", done: false }));
    return [
      { id: "today", date: null, calls: false, items: ofDay(view.open.map(itemOf), view.date) },
      ...past.map((date) => ({ id: date, date, calls: false, items: ofDay(left, date) })),
      ...(view.next_day
        ? [{ id: "calls", date: view.next_day, calls: true, items: this.merged(calls, true, view.next_day) }]
        : []),
    ].filter((group) => group.items.length > 0);
  });
  readonly items = $derived(this.groups.flatMap((group) => group.items));
  /** Days gone by are more than can be listed. */
  readonly unlisted = $derived((this.view?.left_total ?? 0) - (this.view?.left.length ?? 0));

  read(): void {
    this.latest.ask(
      () => this.app.call("day.end", null),
      (view) => {
        if (view.date !== this.view?.date) this.ticked = [];
        this.view = view;
        this.error = null;
      },
      (thrown) => (this.error = toWireError(thrown)),
    );
  }

  /** A visit was changed here: it is ticked off, unless it is open again. Whether it is. */
  put(visit: AppointmentView): boolean {
    const before = this.items.find((item) => item.visit.id === visit.id);
    if (!before) return false;
    const calls = before.why === "unconfirmed";
    const done = calls
      ? visit.confirmation === "confirmed" || visit.status === "cancelled"
      : ["completed", "missed", "cancelled"].includes(visit.status);
    const others = this.ticked.filter((item) => item.visit.id !== visit.id);
    this.ticked = done ? [...others, { ...before, visit, done }] : others;
    this.read();
    return done;
  }

  /** The next row after this one that is still open. */
  after(id: string): string | null {
    const index = this.items.findIndex((item) => item.visit.id === id);
    const rest = [...this.items.slice(index + 1), ...this.items.slice(0, index)];
    return rest.find((item) => !item.done)?.visit.id ?? null;
  }

  private tickedOf(calls: boolean): Item[] {
    return this.ticked.filter((item) => (item.why === "unconfirmed") === calls);
  }

  private merged(open: Item[], calls: boolean, date: string): Item[] {
    const ticked = this.tickedOf(calls).filter(
      (item) => dateOf(item.visit.start) === date && !open.some((other) => other.visit.id === item.visit.id),
    );
    return [...open, ...ticked].sort((one, other) => (one.visit.start < other.visit.start ? -1 : 1));
  }
}

const itemOf = ({ visit, why }: OpenVisitView): Item => ({ visit, why, done: false });
