import { expect, test } from "vitest";
import type { AppointmentView } from "$/api/bindings";
import { Booking } from "$/features/booking/booking.svelte";
import { Day } from "$/features/day/day.svelte";
import type { GridColumn } from "$/features/day/columns";
import { clickedStart } from "$/features/day/layout";
import { firstFree } from "$/features/day/free";
import { Move } from "$/features/day/move.svelte";
import type { Toast } from "$/lib/toasts.svelte";
import { openApp } from "./window";

async function atDesk() {
  const { app, fake } = await openApp();
  const day = new Day(app);
  day.open("2026-11-23");
  await expect.poll(() => day.view?.date).toBe("2026-11-23");
  const view = day.view;
  if (!view) throw new Error("no day");
  const shown: AppointmentView[] = [];
  return { app, fake, day, view, shown, booking: new Booking(app, (visit) => shown.push(visit)) };
}

const textOf = (toast?: Toast): string => (toast?.text ?? "").replace(/[\u2068\u2069]/g, "");
function columnOf(day: Day, chair: string): GridColumn {
  const found = day.columns.find(({ column }) => column.chair === chair);
  if (!found) throw new Error("no column");
  return found;
}

const ida = { id: "p11", name: "Ida Lindgren" };
const wish = (start: string, chair = "c1") => ({ chair, start: `2026-11-23T${start}`, minutes: 30, patient: ida });

test("a free time is booked with who works there, and can be taken back", async () => {
  const { app, fake, view, booking, shown } = await atDesk();
  booking.begin(wish("14:45"), view);
  expect([booking.provider, booking.chair]).toEqual(["okafor", "c1"]);
  await booking.book();
  expect(shown[0]?.start).toBe("2026-11-23T14:45");
  expect(booking.active).toBe(false);
  expect(app.toasts.shown[0]).toMatchObject({ undo: true });
  await app.undo();
  expect(fake.state.visits.some((visit) => visit.id === shown[0]?.id)).toBe(false);
  expect(textOf(app.toasts.shown.at(-1))).toBe("Taken back: the booking of Ida Lindgren");
  await app.redo();
  expect(fake.state.visits.some((visit) => visit.id === shown[0]?.id)).toBe(true);
  expect(textOf(app.toasts.shown.at(-1))).toMatch(/^Done again: the booking of Ida Lindgren, now .*2026, 14:45$/);
});

test("a clash says who is there, offers openings, and may be booked all the same", async () => {
  const { view, booking, shown } = await atDesk();
  booking.begin(wish("11:30"), view);
  await booking.book();
  expect(booking.error?.code).toBe("clash");
  expect(booking.error?.clashes.map((clash) => clash.patient_name)).toContain("Jan de Vries");
  expect(booking.openings?.length).toBeGreaterThan(0);
  expect(shown).toEqual([]);
  await booking.book(true);
  expect(shown[0]?.overbooked).toBe(true);
});

test("an opening that is taken up changes time and place and clears the refusal", async () => {
  const { view, booking, shown } = await atDesk();
  booking.begin(wish("11:30"), view);
  await booking.book();
  const opening = booking.openings?.[0];
  if (!opening) throw new Error("no opening");
  booking.take(opening);
  expect(booking.error).toBeNull();
  await booking.book();
  expect(shown[0]).toMatchObject({ start: opening.start, overbooked: false });
});

test("outside the hours is refused with the same ways round it", async () => {
  const { view, booking } = await atDesk();
  booking.begin(wish("12:15"), view);
  await booking.book();
  expect(booking.error?.code).toBe("closed");
  expect(booking.openings).not.toBeNull();
});

test("a new patient is made once, though the first time was taken", async () => {
  const { fake, view, booking, shown } = await atDesk();
  booking.begin({ ...wish("11:30"), patient: null }, view);
  booking.create("Nora Ní Dhomhnaill");
  const before = fake.state.patients.length;
  await booking.book();
  expect(booking.error?.code).toBe("clash");
  booking.clock = "14:45";
  await booking.book();
  expect(fake.state.patients.length).toBe(before + 1);
  expect(shown[0]?.patient_name).toBe("Nora Ní Dhomhnaill");
});

test("a likely double is shown before a second record is made", async () => {
  const { fake, view, booking, shown } = await atDesk();
  booking.begin({ ...wish("14:45"), patient: null }, view);
  booking.create("ida lindgren");
  await booking.book();
  expect(booking.error?.duplicates.map((hit) => hit.id)).toContain("p11");
  const double = booking.error?.duplicates[0];
  if (double) booking.pick(double);
  await booking.book();
  expect(shown[0]?.patient).toBe("p11");
  expect(fake.state.patients.filter((one) => one.fields.family === "lindgren")).toEqual([]);
});

test("the length follows the type until one is chosen", async () => {
  const { view, booking } = await atDesk();
  booking.begin({ ...wish("14:45"), minutes: null }, view);
  booking.setKind("clean");
  expect(booking.minutes).toBe(60);
  booking.setMinutes(20);
  booking.setKind("filling");
  expect(booking.minutes).toBe(20);
});

test("a move by keys goes step by step and can be left", async () => {
  const { app, view, day } = await atDesk();
  const moved: AppointmentView[] = [];
  const move = new Move(app, (visit) => moved.push(visit));
  const lukas = view.appointments.find((visit) => visit.id === "v7");
  if (!lukas) throw new Error("no visit");
  move.begin(lukas);
  move.step("down", day.columns);
  move.step("right", day.columns);
  expect(move.place).toMatchObject({ start: "2026-11-23T15:35", chair: "c2" });
  move.end();
  expect(move.place).toBeNull();
  await move.to(lukas, "2026-11-23T15:30", columnOf(day, "c3"), 30, day.days);
  expect(moved[0]).toMatchObject({ chair: "c3", provider: "silva" });
  expect(day.step("down")).not.toBeNull();
});

test("a visit is taken along to another date, and only put where its day is shown", async () => {
  const { app, fake, view, day } = await atDesk();
  const moved: AppointmentView[] = [];
  const move = new Move(app, (visit) => moved.push(visit));
  const lukas = view.appointments.find((visit) => visit.id === "v7");
  if (!lukas) throw new Error("no visit");
  move.begin(lukas);
  move.onto("2026-11-25");
  await move.commit(day.days);
  expect(moved).toEqual([]);
  day.open("2026-11-25");
  await expect.poll(() => day.view?.date).toBe("2026-11-25");
  await move.commit(day.days);
  expect(moved[0]?.start).toBe("2026-11-25T15:30");
  expect(app.toasts.shown[0]?.text).toMatch(/Nov 25|25 Nov/);
  await app.undo();
  expect(fake.state.visits.find((visit) => visit.id === "v7")?.start).toBe("2026-11-23T15:30");
});

test("a move onto somebody stays where it was until it is decided", async () => {
  const { app, fake, view, day } = await atDesk();
  const move = new Move(app, () => {});
  const lukas = view.appointments.find((visit) => visit.id === "v7");
  if (!lukas) throw new Error("no visit");
  await move.to(lukas, "2026-11-23T13:00", columnOf(day, "c1"), 30, day.days);
  expect(move.error?.code).toBe("clash");
  expect(fake.state.visits.find((visit) => visit.id === "v7")?.start).toBe("2026-11-23T15:30");
  await move.commit(day.days, true);
  expect(fake.state.visits.find((visit) => visit.id === "v7")).toMatchObject({ start: "2026-11-23T13:00", overbooked: true });
});

test("a click falls on the quarter, or on the end of what is there", async () => {
  const { day, view } = await atDesk();
  const column = columnOf(day, "c1");
  expect(clickedStart(column, "2026-11-23T15:10", 5)).toBe("2026-11-23T15:00");
  expect(clickedStart(column, "2026-11-23T15:14", 10)).toBe("2026-11-23T15:10");
  const longer = { ...view, appointments: view.appointments.map((visit) => (visit.id === "v6" ? { ...visit, end: "2026-11-23T14:35" } : visit)) };
  expect(clickedStart({ ...column, day: longer }, "2026-11-23T14:40", 15)).toBe("2026-11-23T14:35");
});

test("B begins at the first free half hour from now on", async () => {
  const { view } = await atDesk();
  expect(firstFree(view, "2026-11-23T10:42")).toMatchObject({ chair: "c2", start: "2026-11-23T12:00" });
});

test("of two days asked for, the later question is shown", async () => {
  const { app, fake, day } = await atDesk();
  const usual = fake.call.bind(fake);
  const waiting: Record<string, () => void> = {};
  fake.call = ((name: "schedule.get", request: { from: string; to: string }) =>
    new Promise((resolve) => (waiting[request.from] = () => resolve(usual(name, request))))) as typeof fake.call;
  void app;
  day.open("2026-11-26");
  day.open("2026-11-27");
  waiting["2026-11-27"]?.();
  await expect.poll(() => day.view?.date).toBe("2026-11-27");
  waiting["2026-11-26"]?.();
  await new Promise((resolve) => setTimeout(resolve));
  expect(day.view?.date).toBe("2026-11-27");
});

test("the next day is there at once, and never as it was before a change", async () => {
  const { fake, day } = await atDesk();
  const next = "2026-11-24";
  const usual = fake.call.bind(fake);
  const asked: string[] = [];
  let hold = false;
  fake.call = ((name: "schedule.get", request: { from: string; to: string }) => {
    asked.push(request.from);
    return hold ? new Promise(() => undefined) : usual(name, request);
  }) as typeof fake.call;
  day.refresh();
  await expect.poll(() => asked).toContain(next);
  await expect.poll(() => asked).toContain("2026-11-22");
  await new Promise((resolve) => setTimeout(resolve));
  hold = true;
  day.open(next);
  expect(day.view?.date).toBe(next);
  day.refresh();
  day.open("2026-11-23");
  expect(day.view?.date, "what was known is asked for anew").toBe(next);
});
