import { expect, test } from "vitest";
import type { AppointmentView, DayView } from "$/api/bindings";
import { columnsOf } from "$/features/day/columns";
import { Hand, type Spot } from "$/features/day/hand.svelte";
import { CARD_GAP, lay, SLOT, slotHeightFor, span } from "$/features/day/layout";
import { addMinutes } from "$/lib/time";
import { EVERYTHING } from "$/lib/views.svelte";

const DATE = "2026-11-23";

function visit(id: string, start: string, minutes: number, chair = "c1"): AppointmentView {
  return { id, chair, start, end: addMinutes(start, minutes), minutes, patient_name: id } as AppointmentView;
}

function day(appointments: AppointmentView[]): DayView {
  const column = (chair: string) => ({ chair, provider: null, name: chair, providers: [], chairs: [], block_outs: [], closed: [] });
  return {
    date: DATE, closed: null, from: "08:00", to: "18:00", columns: [column("c1"), column("c2")], provider_columns: [],
    appointments, unreadable: [],
  };
}

const laid = (view: DayView): string[] =>
  lay(columnsOf([view], EVERYTHING, DATE), null, () => "").flatMap(({ visits }) => visits.map((one) => `${one.visit.id} ${one.from}-${one.to} ${one.lane}/${one.lanes}`));

test("visits that overlap stand side by side, others keep the whole column", () => {
  const view = day([
    visit("a", `${DATE}T09:00`, 60),
    visit("b", `${DATE}T09:30`, 60),
    visit("c", `${DATE}T10:00`, 30),
    visit("d", `${DATE}T10:30`, 30),
    visit("e", `${DATE}T09:00`, 30, "c2"),
  ]);
  expect(laid(view)).toEqual(["a 540-600 0/2", "b 570-630 1/2", "c 600-630 0/2", "d 630-660 0/1", "e 540-570 0/1"]);
});

test("a visit over midnight is drawn on both of its days", () => {
  const night = visit("night", "2026-11-22T23:00", 120);
  expect(laid(day([night]))).toEqual(["night 0-60 0/1"]);
  expect(span([day([night])]).from).toBe(0);
});

test("a visit being moved stands where it is about to be", () => {
  const view = day([visit("a", `${DATE}T09:00`, 60)]);
  const place = { id: "a", chair: "c2", provider: null, start: `${DATE}T11:00`, minutes: 30, name: "a" };
  const [first, second] = lay(columnsOf([view], EVERYTHING, DATE), place, (to) => addMinutes(to.start, to.minutes));
  expect(first?.visits).toEqual([]);
  expect(second?.visits[0]).toMatchObject({ from: 660, to: 690, moving: true });
});

/** A hand over columns of 100 pixels, a minute a pixel. */
function hand(): { hand: Hand; said: string[] } {
  const said: string[] = [];
  const spot = (event: PointerEvent): Spot => ({ column: Math.floor(event.clientX / 100), minute: event.clientY });
  return {
    said,
    hand: new Hand({
      spot,
      click: ({ column, minute }) => said.push(`click ${column} ${minute}`),
      moved: (one, column, from) => said.push(`moved ${one.id} ${column} ${from}`),
      resized: (one, minutes) => said.push(`resized ${one.id} ${minutes}`),
      blockPut: (one, kind, column, from, minutes) => said.push(`${kind} ${one.name} ${column} ${from} ${minutes}`),
      drawn: (column, from, to) => said.push(`drawn ${column} ${from}-${to}`),
      near: () => undefined,
    }),
  };
}

const point = (x: number, y: number, more: Partial<PointerEvent> = {}): PointerEvent =>
  ({ clientX: x, clientY: y, pointerId: 1, button: 0, isPrimary: true, pointerType: "mouse", preventDefault: () => undefined, ...more }) as PointerEvent;

test("a drag moves by where the visit was taken, on fives of minutes", () => {
  const { hand: held, said } = hand();
  held.down(point(50, 560), "move", visit("a", `${DATE}T09:00`, 60), 540, 600);
  held.move(point(150, 612));
  expect(held.grip).toMatchObject({ column: 1, from: 590, to: 650 });
  held.up(point(150, 612));
  expect(said).toEqual(["moved a 1 590"]);
});

test("the lower edge makes a visit longer, never nothing", () => {
  const { hand: held, said } = hand();
  held.down(point(50, 598), "resize", visit("a", `${DATE}T09:00`, 60), 540, 600);
  held.move(point(50, 643));
  held.up(point(50, 643));
  held.down(point(50, 598), "resize", visit("a", `${DATE}T09:00`, 60), 540, 600);
  held.move(point(50, 100));
  held.up(point(50, 100));
  expect(said).toEqual(["resized a 105", "resized a 5"]);
});

test("an empty time is clicked, or drawn upwards and downwards", () => {
  const { hand: held, said } = hand();
  held.down(point(250, 601), "draw", null, 0, 0);
  held.move(point(252, 603));
  held.up(point(252, 603));
  held.down(point(50, 640), "draw", null, 0, 0);
  held.move(point(50, 602));
  held.up(point(50, 602));
  expect(said).toEqual(["click 2 601", "drawn 0 600-640"]);
});

test("Escape puts back what is held, and a finger that moves at once scrolls", () => {
  const { hand: held, said } = hand();
  held.down(point(50, 560), "move", visit("a", `${DATE}T09:00`, 60), 540, 600);
  held.move(point(50, 620));
  expect(held.letGo()).toBe(true);
  held.up(point(50, 620));
  held.down(point(50, 560, { pointerType: "touch" }), "move", visit("a", `${DATE}T09:00`, 60), 540, 600);
  held.move(point(50, 620, { pointerType: "touch" }));
  held.up(point(50, 620, { pointerType: "touch" }));
  expect(said).toEqual([]);
});

test("the shortest visit can be hit without aim, and one of five minutes does not stretch its day for good", () => {
  const card = (minutes: number, fitting: number) => (minutes / SLOT) * slotHeightFor(fitting, minutes) - CARD_GAP;
  for (const minutes of [10, 15, 20, 30, 60]) expect(card(minutes, 20)).toBeGreaterThanOrEqual(24);
  expect(slotHeightFor(20, 5)).toBe(slotHeightFor(20, 10));
  expect(slotHeightFor(20, Infinity)).toBe(36);
  expect(slotHeightFor(50.7, Infinity)).toBe(50);
  expect(slotHeightFor(500, 60)).toBe(64);
});
