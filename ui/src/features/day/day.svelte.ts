import type { AppointmentView, DayView, UnreadableView, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { Latest } from "$/lib/latest";
import { painted } from "$/lib/painted";
import { dateOf } from "$/lib/time";
import { Ahead } from "./ahead";
import { columnsOf, inOrder, shownOn, standsIn, type GridColumn } from "./columns";
import { rangeOf, turned, type Range } from "./range";

/** So long what was shown may stay while the wanted days are read: no empty day flashes up. */
const STAY_MS = 100;

export type Direction = "up" | "down" | "left" | "right";

/** The schedule of a day, a week or a list: what is read, and which visit is selected. */
export class Day {
  date = $state("");
  /** Of another range while the wanted one is read. */
  days = $state.raw<DayView[]>([]);
  error = $state.raw<WireError | null>(null);
  loading = $state(false);
  /** The wanted days are late: what is shown of others is taken away. */
  late = $state(false);
  selectedId = $state<string | null>(null);
  /** The column in which it was selected: by both, a visit stands in two. */
  private selectedIn = $state<string | null>(null);
  readonly range = $derived.by<Range>(() => rangeOf(this.app.views.shows.span, this.date));
  /** Whether what is shown is what is wanted. */
  readonly settled = $derived(
    this.days[0]?.date === this.range.from && this.days[this.days.length - 1]?.date === this.range.to,
  );
  /** The day of the date, or the first that is shown. */
  readonly view = $derived<DayView | null>(this.days.find((day) => day.date === this.date) ?? this.days[0] ?? null);
  readonly columns = $derived.by<GridColumn[]>(() => columnsOf(this.days, this.app.views.shows, this.date));
  readonly selected = $derived(this.find(this.selectedId));
  readonly unreadable = $derived<UnreadableView[]>(this.days.flatMap((day) => day.unreadable));
  private readonly latest = new Latest();
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private readonly ahead = new Ahead(async (range) => (await this.app.call("schedule.get", { ...range })).days);

  constructor(private readonly app: App) {}

  /** Shows a date; the selection goes when its visit is on none of the days that are shown then. */
  open(date: string, select: string | null = null): void {
    const range = rangeOf(this.app.views.shows.span, date);
    const there = this.selected && dateOf(this.selected.start);
    if (date !== this.date && !(there && range.from <= there && there <= range.to)) this.selectedId = null;
    if (select) this.selectedId = select;
    this.date = date;
    this.read();
  }

  /** Reads the days anew after a change. */
  refresh(): void {
    this.ahead.forget();
    if (this.date) this.read();
  }

  read(): void {
    const { from, to } = this.range;
    const known = this.ahead.of({ from, to });
    if (known) this.show(known);
    else this.wait();
    this.latest.ask(
      async () => {
        if (known) await painted();
        return this.app.call("schedule.get", { from, to });
      },
      ({ now, days }) => {
        this.app.setClock(now);
        // Most often nothing was changed meanwhile, and nothing has to be drawn again.
        if (!known || JSON.stringify(known) !== JSON.stringify(days)) this.show(days);
        void this.ahead.fill(this.likelyNext());
      },
      (thrown) => {
        this.error = toWireError(thrown);
        this.late = true;
        this.loading = false;
      },
    );
  }

  private wait(): void {
    this.loading = true;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => (this.late = true), STAY_MS);
  }

  private show(days: DayView[]): void {
    clearTimeout(this.waiting);
    this.days = days;
    this.error = null;
    this.late = false;
    this.loading = false;
  }

  /** What the next key or click asks for most often; a week is too much to be read for nothing. */
  private likelyNext(): Range[] {
    const { span } = this.app.views.shows;
    return span === "day" ? [1, -1].map((pages) => rangeOf(span, turned(span, this.date, pages))) : [];
  }

  /** A visit of the days that are shown. */
  find(id: string | null): AppointmentView | null {
    if (id === null) return null;
    for (const day of this.days) {
      const found = day.appointments.find((visit) => visit.id === id);
      if (found) return found;
    }
    return null;
  }

  /** Puts a changed visit in place at once; the days are read again soon after. */
  put(visit: AppointmentView): void {
    this.days = this.days.map((day) => {
      const others = day.appointments.filter((other) => other.id !== visit.id);
      const here = dateOf(visit.start) === day.date && visit.status !== "cancelled";
      if (!here && others.length === day.appointments.length) return day;
      return { ...day, appointments: here ? [...others, visit] : others };
    });
  }

  /** `column` is the key of the one in which it was chosen. */
  select(id: string | null, column: string | null = null): void {
    this.selectedId = id;
    this.selectedIn = column;
  }

  /** Where the selected visit stands, among several columns the one in which it was selected. */
  get selectedColumn(): GridColumn | null {
    const visit = this.selected;
    if (!visit) return null;
    const here = this.columns.filter((one) => one.day.date === dateOf(visit.start) && standsIn(one, visit));
    return here.find((one) => one.key === this.selectedIn) ?? here[0] ?? null;
  }

  /** Selects the neighbour of the selected visit, or the first one that is still to come. */
  step(direction: Direction): AppointmentView | null {
    const found = this.app.views.shows.span === "agenda" ? this.along(direction) : this.neighbour(direction);
    if (found) this.select(found.visit.id, found.column);
    return found?.visit ?? null;
  }

  /** In a list there is only before and after. */
  private along(direction: Direction): { visit: AppointmentView; column: null } | null {
    if (direction === "left" || direction === "right") return null;
    const all = this.days.flatMap((day) => shownOn(day, this.columns));
    const index = all.findIndex((visit) => visit.id === this.selectedId);
    const visit = index < 0 ? this.toCome(all) : all[index + (direction === "down" ? 1 : -1)];
    return visit ? { visit, column: null } : null;
  }

  private neighbour(direction: Direction): { visit: AppointmentView; column: string } | null {
    const { columns, selected: from, selectedColumn: here } = this;
    const inColumn = (one: GridColumn): AppointmentView[] =>
      inOrder(one.day.appointments.filter((visit) => standsIn(one, visit)));
    const of = (visit: AppointmentView | null | undefined, one: GridColumn | undefined) =>
      visit && one ? { visit, column: one.key } : null;
    if (!from || !here) {
      const visit = this.toCome(columns.flatMap(inColumn));
      return of(visit, columns.find((one) => visit && inColumn(one).includes(visit)));
    }
    if (direction === "up" || direction === "down") {
      const all = inColumn(here);
      const index = all.findIndex((visit) => visit.id === from.id);
      return of(all[index + (direction === "down" ? 1 : -1)], here);
    }
    const step = direction === "right" ? 1 : -1;
    const clock = from.start.slice(10);
    for (let index = columns.indexOf(here) + step; columns[index]; index += step) {
      const one = columns[index] as GridColumn;
      const all = inColumn(one);
      const near = all.find((visit) => visit.end.slice(10) > clock) ?? all[all.length - 1];
      if (near) return of(near, one);
    }
    return null;
  }

  private toCome(all: AppointmentView[]): AppointmentView | null {
    return all.find((visit) => visit.end > this.app.now) ?? all[0] ?? null;
  }
}
