import type { BlockOutView, DaysMeant, RepeatView, SaveBlockOut, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { clockRange, shortWeekdayDate } from "$/lib/format";
import { t } from "$/lib/text";
import { addMinutes, clockFrom, clockOf, dateOf, minutesBetween, minutesOf, weekdayOf } from "$/lib/time";

export type How = RepeatView["how"];
/** Which days of one that repeats are changed or removed. */
export type Which = DaysMeant["which"];

export interface Wish {
  provider: string | null;
  chair: string | null;
  start: string;
  minutes: number | null;
}

/** Where and whose it becomes. */
export type Put = Pick<BlockOutView, "provider" | "chair" | "first" | "from" | "to">;

const USUAL_MINUTES = 60;
const DAY_MINUTES = 1440;

/** A block-out being written, or one that is there. */
export class BlockOuts {
  active = $state(false);
  /** The one that is changed; null for a new one. */
  there = $state.raw<BlockOutView | null>(null);
  kind = $state("");
  /** The provider's or the chair's, by id; with neither the whole practice's. */
  provider = $state<string | null>(null);
  chair = $state<string | null>(null);
  first = $state("");
  from = $state("");
  to = $state("");
  how = $state<How>("once");
  every = $state(1);
  weekdays = $state<number[]>([]);
  last = $state(false);
  until = $state("");
  note = $state("");
  which = $state<Which>("only");
  /** Key of the column into which it was put, where it is shown meanwhile. */
  column = $state<string | null>(null);
  error = $state.raw<WireError | null>(null);
  busy = $state(false);

  constructor(private readonly app: App) {}

  get repeats(): boolean {
    return this.there !== null && this.there.repeat.how !== "once";
  }

  get start(): string {
    return `${this.first}T${this.from}`;
  }

  get minutes(): number {
    return Math.max(5, minutesOf(this.to) - minutesOf(this.from));
  }

  get name(): string {
    return this.app.practice?.block_out_types.find((kind) => kind.id === this.kind)?.name ?? "";
  }

  /** Begins a new one where the desk points. */
  begin(wish: Wish): void {
    const kinds = this.app.practice?.block_out_types.filter((kind) => kind.active) ?? [];
    const end = addMinutes(wish.start, wish.minutes ?? USUAL_MINUTES);
    Object.assign(this, {
      there: null, kind: kinds[0]?.id ?? "", provider: wish.provider, chair: wish.chair, first: dateOf(wish.start),
      from: clockOf(wish.start), to: dateOf(end) > dateOf(wish.start) ? clockFrom(DAY_MINUTES) : clockOf(end),
      how: "once", every: 1, weekdays: [weekdayOf(dateOf(wish.start))], last: false, until: "", note: "", which: "all", column: null,
    });
    this.open();
  }

  /** Shows one of a day, to be changed or removed. */
  edit(block: BlockOutView): void {
    this.take(block);
    this.open();
  }

  /**
   * Puts one at another place: at once, unless it repeats and more of its days could be meant. On
   * another date only that day can. Where it is refused, it is shown with the reason and stays.
   */
  async put(block: BlockOutView, to: Put, column: string | null): Promise<void> {
    this.take(block);
    Object.assign(this, to, { column, error: null });
    if (this.repeats && to.first === block.date) {
      this.open();
      return;
    }
    await this.save();
    this.active = this.error !== null;
  }

  private take(block: BlockOutView): void {
    const { repeat } = block;
    Object.assign(this, {
      there: block, kind: block.kind, provider: block.provider, chair: block.chair, first: block.date, from: block.from, to: block.to,
      how: repeat.how, every: repeat.how === "once" ? 1 : repeat.every,
      weekdays: repeat.how === "weekly" ? [...repeat.days] : [weekdayOf(block.date)],
      last: repeat.how === "monthly" && repeat.last, until: (repeat.how !== "once" && repeat.until) || "", note: block.note,
      which: repeat.how === "once" ? "all" : "only", column: null,
    });
  }

  close(): void {
    this.active = false;
    this.there = null;
    this.error = null;
  }

  /** Lengthens or shortens it by its end, so that a new start keeps the length. */
  startAt(clock: string): void {
    const length = this.minutes;
    this.from = clock;
    const end = minutesBetween(`${this.first}T00:00`, `${this.first}T${clock}`) + length;
    this.to = clockFrom(Math.min(end, DAY_MINUTES));
  }

  toggleDay(day: number): void {
    this.weekdays = this.weekdays.includes(day) ? this.weekdays.filter((one) => one !== day) : [...this.weekdays, day].sort();
  }

  /** Without `accept` the visits it would lie over come back as clashes, and nothing is saved. */
  async save(accept = false): Promise<void> {
    await this.trying(async () => {
      await this.app.call("block_out.save", this.request(accept));
      this.app.done(this.said());
    });
  }

  async remove(): Promise<void> {
    const { there } = this;
    if (!there) return;
    await this.trying(async () => {
      await this.app.call("block_out.remove", { id: there.id, days: this.days(there) });
      this.app.done(t("block-out-removed", { name: there.name }));
    });
  }

  /** What was done; of one that repeats, that only one day of it was. */
  private said(): string {
    const { there, name, first, from, to } = this;
    if (!there) return t("block-out-added", { name });
    if (first === there.date && from === there.from && to === there.to) return t("block-out-changed");
    const values = { name, date: shortWeekdayDate(first), times: clockRange(from, to) };
    return this.repeats && this.which === "only" ? t("block-out-put-only", values) : t("block-out-put", values);
  }

  private request(accept: boolean): SaveBlockOut {
    const { there } = this;
    const days: DaysMeant = there ? this.days(there) : { which: "all" };
    const whole = there !== null && days.which === "all" && this.repeats;
    return {
      id: there?.id ?? null, days, kind: this.kind, provider: this.provider, chair: this.chair,
      // All of its days keep their first one; the day that was clicked is only one of them.
      first: whole && this.first === there.date ? there.first : this.first,
      from: this.from, to: this.to, repeat: this.repeat(), note: this.note, accept,
    };
  }

  private days(there: BlockOutView): DaysMeant {
    return this.which === "all" || !this.repeats ? { which: "all" } : { which: this.which, date: there.date };
  }

  private repeat(): RepeatView {
    const until = this.until || null;
    if (this.how === "weekly") return { how: "weekly", every: this.every, days: [...this.weekdays], until };
    if (this.how === "monthly") return { how: "monthly", every: this.every, last: this.last, until };
    return { how: "once" };
  }

  private open(): void {
    this.error = null;
    this.active = true;
  }

  private async trying(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = null;
    try {
      await work();
      this.close();
    } catch (thrown) {
      this.error = toWireError(thrown);
    } finally {
      this.busy = false;
    }
  }
}
