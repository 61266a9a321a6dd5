import { tick, untrack } from "svelte";
import type { BlockOutView } from "$/api/bindings";
import type { BlockOuts, Wish } from "$/features/block-out/blockOut.svelte";
import type { BlockShift } from "$/features/day/blockShift.svelte";
import type { Day } from "$/features/day/day.svelte";
import { firstFree } from "$/features/day/free";
import type { GridColumn } from "$/features/day/columns";
import type { App } from "$/lib/app.svelte";
import { at, clockOf, dateOf } from "$/lib/time";

interface Desk {
  app: App;
  day: Day;
  blocks: BlockOuts;
  shift: BlockShift;
  /** Whether a visit is being moved: nothing else is begun meanwhile. */
  busy: () => boolean;
  /** Closes what stands beside the grid. */
  clear: () => void;
  go: (date: string) => void;
}

/** What the day does with block-outs: begin one, open one, and take one up to be moved. */
export function dayBlocks({ app, day, blocks, shift, busy, clear, go }: Desk) {
  function alone(): boolean {
    if (busy() || shift.block) return false;
    clear();
    day.select(null);
    return true;
  }

  /** Opens the panel for time to be blocked: where the desk points, of the visit's chair, or free. */
  function begin(wish: Wish | null = null): void {
    const { selected, view, date } = day;
    if (!app.practice || !alone()) return;
    const free = view && firstFree(view, app.now);
    const beside = selected && { provider: null, chair: selected.chair, start: selected.start, minutes: selected.minutes };
    blocks.begin(wish ?? beside ?? free ?? { provider: null, chair: null, start: at(date, "12:00"), minutes: null });
  }

  /** Begins one that was asked for elsewhere, once there is a day to begin it on. */
  function wanted(): void {
    if (!app.blocking || !day.view || !app.practice) return;
    app.blocking = false;
    untrack(() => begin());
  }

  function open(there: BlockOutView): void {
    if (alone()) blocks.edit(there);
  }

  /** Takes up the one whose panel is open, or which has the focus. */
  function take(): void {
    const mark = document.activeElement?.closest<HTMLElement>("[data-block]");
    const key = mark?.closest<HTMLElement>("[data-column]")?.dataset["column"] ?? null;
    const column = day.columns.find((one) => one.key === key);
    const block = blocks.active ? blocks.there : column?.column.block_outs.find((one) => one.id === mark?.dataset["block"]);
    if (block && alone()) shift.begin(block, day.columns, key);
  }

  function drop(block: BlockOutView, start: string, column: GridColumn | null, minutes: number): void {
    if (alone()) void shift.drop(block, start, column, minutes);
  }

  /** Where the one that was put somewhere will stand. */
  let due: { date: string; from: string } | null = null;

  async function commit(): Promise<void> {
    due = { date: dateOf(shift.start), from: clockOf(shift.start) };
    await shift.commit();
    if (blocks.active) due = null;
  }

  /** Lets the keys go on from the one that was put somewhere, once it is shown there. */
  function arrived(): void {
    const shown = day.days.find((one) => one.date === due?.date)?.columns.flatMap((one) => one.block_outs) ?? [];
    const found = shown.find((one) => one.from === due?.from);
    if (!found || shift.block) return;
    due = null;
    void tick().then(() => focus(found.id));
  }

  /** Leaves it where it was, and shows it there. */
  function leave(): void {
    const block = shift.end();
    if (!block) return;
    if (block.date !== day.date && !day.days.some((one) => one.date === block.date)) go(block.date);
    focus(block.id);
  }

  return { begin, wanted, open, take, drop, commit, arrived, leave };
}

/** The keys go on from the block-out that they were about. */
function focus(id: string): void {
  document.querySelector<HTMLElement>(`[data-block="${id}"]`)?.focus();
}
