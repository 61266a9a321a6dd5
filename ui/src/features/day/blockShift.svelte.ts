import type { BlockOutView } from "$/api/bindings";
import { addMinutes, at, clockFrom, clockOf, dateOf, minutesOf } from "$/lib/time";
import type { GridColumn } from "./columns";
import type { Direction } from "./day.svelte";
import type { Place } from "./layout";
import type { Where } from "./place";
import { isShownIn, whoseIn } from "./whose";

/** Where and whose it becomes. */
type Put = Pick<BlockOutView, "provider" | "chair" | "first" | "from" | "to">;

const FINEST = 5;
const DAY_MINUTES = 1440;

/** A block-out on its way to another time, column, day or length: by drag, or by keys. */
export class BlockShift {
  block = $state.raw<BlockOutView | null>(null);
  start = $state("");
  minutes = $state(0);
  /** Key of the column in which it is shown: the whole practice's stands in all of them. */
  column = $state<string | null>(null);
  private whose = $state.raw<Where>({ provider: null, chair: null });
  readonly place = $derived<Place | null>(
    this.block && {
      id: this.block.id, provider: this.whose.provider, chair: this.whose.chair, start: this.start, minutes: this.minutes,
      name: this.block.name, block: this.block, column: this.column,
    },
  );

  /** `put` saves it, or asks first which of its days are meant. */
  constructor(private readonly put: (block: BlockOutView, to: Put, column: string | null) => Promise<void>) {}

  /** Takes one up, to be moved by keys from the column in which it was chosen. */
  begin(block: BlockOutView, columns: readonly GridColumn[], key: string | null = null): void {
    const here = columns.filter((one) => one.day.date === block.date && isShownIn(one, block));
    this.column = (here.find((one) => one.key === key) ?? here[0])?.key ?? null;
    this.whose = { provider: block.provider, chair: block.chair };
    this.start = at(block.date, block.from);
    this.minutes = minutesOf(block.to) - minutesOf(block.from);
    this.block = block;
  }

  end(): BlockOutView | null {
    const { block } = this;
    this.block = null;
    return block;
  }

  /** Takes it along to another date. */
  onto(date: string): void {
    this.start = at(date, clockOf(this.start));
  }

  /** One step of the grid, or into the next column in which it would be another's or of another day. */
  step(direction: Direction, columns: readonly GridColumn[], grid: number): void {
    if (direction === "up" || direction === "down") {
      this.startAt(minutesOf(clockOf(this.start)) + (direction === "down" ? grid : -grid));
      return;
    }
    const by = direction === "right" ? 1 : -1;
    const here = columns.findIndex((one) => one.key === this.column);
    for (let index = here + by; here >= 0 && columns[index]; index += by) {
      const one = columns[index] as GridColumn;
      const whose = this.whoseThere(one);
      if (one.column[one.kind] === null) continue;
      const stays = whose.provider === this.whose.provider && whose.chair === this.whose.chair;
      if (stays && one.day.date === dateOf(this.start)) continue;
      this.into(one);
      return;
    }
  }

  /** Longer or shorter, by its end. */
  stretch(by: number): void {
    const most = DAY_MINUTES - minutesOf(clockOf(this.start));
    this.minutes = Math.min(Math.max(FINEST, this.minutes + by), most);
  }

  /** Puts the one that was taken up where somebody clicked. */
  async putAt(start: string, column: GridColumn): Promise<void> {
    this.start = start;
    this.into(column);
    await this.commit();
  }

  /** Puts it there at once, as a drag does. Without a column only its length is another. */
  async drop(block: BlockOutView, start: string, column: GridColumn | null, minutes: number): Promise<void> {
    this.begin(block, column ? [column] : []);
    this.start = start;
    this.minutes = minutes;
    if (column) this.into(column);
    await this.commit();
  }

  async commit(): Promise<void> {
    const { start, minutes, whose, column } = this;
    const block = this.end();
    if (!block) return;
    const from = clockOf(start);
    const to = clockFrom(minutesOf(from) + minutes);
    const stays = dateOf(start) === block.date && from === block.from && to === block.to
      && whose.provider === block.provider && whose.chair === block.chair;
    if (!stays) await this.put(block, { ...whose, first: dateOf(start), from, to }, column);
  }

  private whoseThere(one: GridColumn): Where {
    return whoseIn(one, this.whose, at(one.day.date, clockOf(this.start)));
  }

  private into(one: GridColumn): void {
    this.whose = this.whoseThere(one);
    this.column = one.key;
    this.start = at(one.day.date, clockOf(this.start));
    this.startAt(minutesOf(clockOf(this.start)));
  }

  /** A block-out is of one day: it begins and ends on it. */
  private startAt(minute: number): void {
    const kept = Math.min(Math.max(0, minute), DAY_MINUTES - this.minutes);
    this.start = addMinutes(at(dateOf(this.start), "00:00"), kept);
  }
}
