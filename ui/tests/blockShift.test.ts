import { screen, waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import type { BlockOutView, DayView } from "$/api/bindings";
import { BlockOuts } from "$/features/block-out/blockOut.svelte";
import { BlockShift } from "$/features/day/blockShift.svelte";
import { against } from "$/features/day/clash";
import { columnsOf, type GridColumn } from "$/features/day/columns";
import { Hand } from "$/features/day/hand.svelte";
import { columnOf } from "$/features/day/layout";
import { EVERYTHING } from "$/lib/views.svelte";
import { byId, findId, openApp, openWindow, textOf } from "./window";

const TODAY = "2026-11-23";
const WEDNESDAY = "2026-11-25";

interface Desk {
  days: DayView[];
  columns: GridColumn[];
  blocks: BlockOuts;
  shift: BlockShift;
  of: (id: string, date?: string) => BlockOutView;
  kept: (date: string) => string[];
}

/** The week of a desk with a meeting of Chair 2 on Wednesday from 14:00 to 15:00. */
async function desk(): Promise<Desk & Awaited<ReturnType<typeof openApp>>> {
  const opened = await openApp();
  const { app, fake } = opened;
  const { id } = await app.call("block_out.save", {
    id: null, days: { which: "all" }, kind: "lunch", provider: null, chair: "c2", first: WEDNESDAY, from: "14:00", to: "15:00",
    repeat: { how: "once" }, note: "Meeting", accept: false,
  });
  fake.state.blockOuts = fake.state.blockOuts.map((one) => (one.id === id ? { ...one, id: "meeting" } : one));
  const { days } = await app.call("schedule.get", { from: TODAY, to: "2026-11-27" });
  const blocks = new BlockOuts(app);
  const all = (date: string): BlockOutView[] => days.find((day) => day.date === date)?.columns.flatMap((one) => one.block_outs) ?? [];
  return {
    ...opened, days, blocks, columns: columnsOf(days, { ...EVERYTHING, span: "week" }, TODAY),
    shift: new BlockShift((block, to, column) => blocks.put(block, to, column)),
    of: (id, date = WEDNESDAY) => all(date).find((one) => one.id === id) as BlockOutView,
    kept: (date) => fake.state.blockOuts.filter((one) => one.first === date && one.repeat.how === "once")
      .map(({ from, to, chair, provider, note }) => [from, to, chair ?? provider ?? "all", note].filter(Boolean).join(" ")),
  };
}

const column = (columns: GridColumn[], date: string, chair: string): GridColumn =>
  columns.find((one) => one.day.date === date && one.column.chair === chair) as GridColumn;

test("a block-out is taken by the pointer where it was taken, and by its lower edge, within its day", () => {
  const said: string[] = [];
  const hand = new Hand({
    spot: (event) => ({ column: Math.floor(event.clientX / 100), minute: event.clientY }),
    click: () => said.push("click"), moved: () => said.push("visit"), resized: () => said.push("visit"), drawn: () => said.push("drawn"),
    blockPut: (block, kind, at, from, minutes) => said.push(`${kind} ${block.name} ${at} ${from} ${minutes}`), near: () => undefined,
  });
  const point = (x: number, y: number): PointerEvent =>
    ({ clientX: x, clientY: y, pointerId: 1, button: 0, isPrimary: true, pointerType: "mouse", preventDefault: () => undefined }) as PointerEvent;
  const lunch = { name: "Lunch" } as BlockOutView;
  const drag = (kind: "move" | "resize", from: [number, number], to: [number, number]): void => {
    hand.down(point(...from), kind, null, 720, 765, lunch);
    hand.move(point(...to));
    hand.up(point(...to));
  };
  drag("move", [50, 730], [150, 792]);
  drag("move", [50, 730], [50, 1439]);
  drag("resize", [50, 764], [50, 800]);
  drag("resize", [50, 764], [50, 300]);
  hand.down(point(50, 730), "move", null, 720, 765, lunch);
  hand.up(point(51, 731));
  expect(said).toEqual(["move Lunch 1 780 45", "move Lunch 0 1395 45", "resize Lunch 0 720 80", "resize Lunch 0 720 5"]);
});

test("s15 another time, chair and day by the pointer, each saved at once and taken back by one undo", async () => {
  const { app, shift, of, columns, kept } = await desk();
  await shift.drop(of("meeting"), "2026-11-26T16:30", column(columns, "2026-11-26", "c3"), 60);
  expect(kept("2026-11-26")).toEqual(["16:30 17:30 c3 Meeting"]);
  expect(kept(WEDNESDAY)).toEqual([]);
  await app.undo();
  expect(kept(WEDNESDAY)).toEqual(["14:00 15:00 c2 Meeting"]);
  await shift.drop(of("meeting"), `${WEDNESDAY}T14:00`, null, 90);
  expect(kept(WEDNESDAY)).toEqual(["14:00 15:30 c2 Meeting"]);
});

test("s5 over visits it is refused with the reason, stays where it was, and is saved when that is meant", async () => {
  const { shift, blocks, of, columns, kept } = await desk();
  await shift.drop(of("meeting"), `${TODAY}T13:30`, column(columns, TODAY, "c3"), 60);
  expect(blocks.active).toBe(true);
  expect(blocks.error?.code).toBe("clash");
  expect(blocks.error?.clashes.map((one) => one.patient_name)).toContain("Carlos Ruiz Peña");
  expect(kept(WEDNESDAY)).toEqual(["14:00 15:00 c2 Meeting"]);
  await blocks.save(true);
  expect(kept(TODAY)).toContain("13:30 14:30 c3 Meeting");
  expect(blocks.active).toBe(false);
});

test("whom it would lie over is told before it is let go", async () => {
  const { shift, of, days, columns } = await desk();
  shift.begin(of("meeting"), columns);
  const place = { ...shift.place, chair: "c3", start: `${TODAY}T13:30` } as NonNullable<typeof shift.place>;
  expect(against(days, place, null).visits.map(({ visit }) => visit.patient_name)).toEqual(["Carlos Ruiz Peña", "Mia Brandt"]);
  expect(against(days, { ...place, block: { ...of("meeting"), effect: "note" } }, null).visits).toEqual([]);
});

test("of one that repeats the desk is asked which days; on another date it is that day alone", async () => {
  const { app, shift, blocks, of, columns, kept, fake } = await desk();
  const lunch = of("b1");
  await shift.drop(lunch, `${WEDNESDAY}T07:15`, null, 30);
  expect([blocks.active, blocks.repeats, blocks.from, blocks.to, blocks.which]).toEqual([true, true, "07:15", "07:45", "only"]);
  expect(kept(WEDNESDAY)).toEqual(["14:00 15:00 c2 Meeting"]);
  blocks.which = "all";
  await blocks.save();
  expect(fake.state.blockOuts.find((one) => one.id === "b1")).toMatchObject({ from: "07:15", to: "07:45", repeat: { how: "weekly" } });

  await app.undo();
  await shift.drop(lunch, "2026-11-26T16:00", column(columns, "2026-11-26", "c1"), 30);
  expect(blocks.active).toBe(false);
  expect(kept("2026-11-26")).toEqual(["16:00 16:30 okafor"]);
  expect(fake.state.blockOuts.find((one) => one.id === "b1")).toMatchObject({ except: [WEDNESDAY], from: "12:15" });
});

test("the arrows go to other times and columns, and what is everybody's from day to day", async () => {
  const { shift, of, columns } = await desk();
  const meeting = of("meeting");
  shift.begin(meeting, columns);
  shift.step("down", columns, 15);
  shift.step("right", columns, 15);
  shift.stretch(15);
  expect(shift.place).toMatchObject({ start: `${WEDNESDAY}T14:15`, chair: "c3", minutes: 75 });
  shift.step("left", columns, 15);
  expect(shift.place).toMatchObject({ chair: "c2" });
  shift.begin({ ...meeting, chair: null }, columns);
  shift.step("right", columns, 15);
  expect(shift.place).toMatchObject({ start: "2026-11-26T14:00", chair: null, provider: null });
  expect(columns[columnOf(columns, shift.place as NonNullable<typeof shift.place>)]?.day.date).toBe("2026-11-26");
  shift.step("left", columns, 15);
  expect(shift.start).toBe(`${WEDNESDAY}T14:00`);
});

test("s15 M takes the selected one up, arrows and + move and stretch it, Enter puts it there and Escape leaves it", async () => {
  const { user, fake } = await openWindow("day=empty");
  await screen.findByText("Nothing booked");
  await user.keyboard("k");
  await findId("block-out-panel");
  await user.type(byId("block-out-note"), "Team lunch{Enter}");
  const [drawn] = await screen.findAllByTestId("block-out");
  const block = (): string => fake.state.blockOuts.map(({ from, to }) => `${from} ${to}`).join(", ");
  const before = block();
  drawn?.focus();
  await user.keyboard("m");
  await findId("block-shift-panel");
  await user.keyboard("{ArrowDown}+{Escape}");
  expect(screen.queryByTestId("block-shift-panel")).toBeNull();
  expect(block()).toBe(before);

  await user.click(screen.getAllByTestId("block-out")[0] as HTMLElement);
  await findId("block-out-move");
  await user.keyboard("m");
  await findId("block-shift-panel");
  await user.keyboard("{ArrowDown}{ArrowDown}+{Enter}");
  await waitFor(() => expect(block()).not.toBe(before));
  const [from, to] = before.split(" ").map((clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)));
  const [after, end] = block().split(" ").map((clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)));
  const step = ((after ?? 0) - (from ?? 0)) / 2;
  expect(step).toBeGreaterThan(0);
  expect((end ?? 0) - (to ?? 0)).toBe(3 * step);
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(block()).toBe(before));
  expect(textOf(screen.getAllByTestId("block-out")[0] as HTMLElement)).toContain("Team lunch");
});
