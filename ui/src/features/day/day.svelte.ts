import type { AppointmentView, DayView, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { Latest } from "$/lib/latest";

/** So long the day that was shown may stay while the wanted one is read: no empty day flashes up. */
const STAY_MS = 100;

export type Direction = "up" | "down" | "left" | "right";

/** One day by chair: what is read, and which visit is selected. */
export class Day {
  date = $state("");
  /** Of another date while the wanted one is read. */
  view = $state.raw<DayView | null>(null);
  error = $state.raw<WireError | null>(null);
  loading = $state(false);
  /** The wanted day is late: what is shown of another one is taken away. */
  late = $state(false);
  selectedId = $state<string | null>(null);
  readonly selected = $derived(
    this.view?.appointments.find((visit) => visit.id === this.selectedId) ?? null,
  );
  private readonly latest = new Latest();
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly app: App) {}

  /** Shows a date; the selection goes when it is another one. */
  open(date: string, select: string | null = null): void {
    if (date !== this.date) this.selectedId = null;
    if (select) this.selectedId = select;
    this.date = date;
    this.read();
  }

  read(): void {
    const date = this.date;
    this.loading = true;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => (this.late = true), STAY_MS);
    this.latest.ask(
      () => this.app.call("day.get", { date }),
      (view) => {
        this.app.setClock(view.now);
        this.view = view;
        this.error = null;
        this.arrived();
      },
      (thrown) => {
        this.error = toWireError(thrown);
        this.late = true;
        this.loading = false;
      },
    );
  }

  private arrived(): void {
    clearTimeout(this.waiting);
    this.late = false;
    this.loading = false;
  }

  /** Puts a changed visit in place at once; the day is read again soon after. */
  put(visit: AppointmentView): void {
    if (!this.view) return;
    const others = this.view.appointments.filter((other) => other.id !== visit.id);
    const here = visit.start.startsWith(this.view.date) && visit.status !== "cancelled";
    this.view = { ...this.view, appointments: here ? [...others, visit] : others };
  }

  select(id: string | null): void {
    this.selectedId = id;
  }

  /** Selects the neighbour of the selected visit, or the first one that is still to come. */
  step(direction: Direction): AppointmentView | null {
    const found = this.view && neighbour(this.view, this.selected, direction, this.app.now);
    if (found) this.selectedId = found.id;
    return found;
  }
}

function neighbour(
  view: DayView,
  from: AppointmentView | null,
  direction: Direction,
  now: string,
): AppointmentView | null {
  const inColumn = (chair: string | null): AppointmentView[] =>
    view.appointments
      .filter((visit) => visit.chair === chair)
      .sort((one, other) => (one.start < other.start ? -1 : 1));
  if (!from) {
    const all = view.columns.flatMap((column) => inColumn(column.chair));
    return all.find((visit) => visit.end > now) ?? all[0] ?? null;
  }
  if (direction === "up" || direction === "down") {
    const column = inColumn(from.chair);
    const index = column.findIndex((visit) => visit.id === from.id);
    return column[index + (direction === "down" ? 1 : -1)] ?? null;
  }
  const step = direction === "right" ? 1 : -1;
  let index = view.columns.findIndex((column) => column.chair === from.chair) + step;
  for (; view.columns[index]; index += step) {
    const column = inColumn(view.columns[index]?.chair ?? null);
    const near = column.find((visit) => visit.end > from.start) ?? column[column.length - 1];
    if (near) return near;
  }
  return null;
}
