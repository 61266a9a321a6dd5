import { expect, test } from "vitest";
import type { AppointmentView } from "$/api/bindings";
import { Booking } from "$/features/booking/booking.svelte";
import { Day } from "$/features/day/day.svelte";
import { Series } from "$/features/visit/series.svelte";
import { openApp } from "./window";

async function atDesk() {
  const { app, fake } = await openApp();
  const day = new Day(app);
  day.open("2026-11-23");
  await expect.poll(() => day.view?.date).toBe("2026-11-23");
  const shown: AppointmentView[] = [];
  const booking = new Booking(app, (visit) => shown.push(visit));
  const ida = { id: "p11", name: "Ida Lindgren" };
  booking.begin({ chair: "c1", start: "2026-11-23T14:45", minutes: 30, patient: ida }, day.view);
  booking.setRepeat(true);
  if (!booking.repeat) throw new Error("no series");
  return { app, fake, booking, shown, repeat: booking.repeat };
}

const idas = (visits: AppointmentView[]): string[] =>
  visits.filter((visit) => visit.patient === "p11" && visit.series).map((visit) => visit.start).sort();

test("s13 a series is booked whole, asks once, and is taken back as one", async () => {
  const { app, fake, booking, shown, repeat } = await atDesk();
  repeat.count = 3;
  await booking.book();
  expect(idas(fake.state.visits)).toEqual(["2026-11-23T14:45", "2026-11-30T14:45", "2026-12-07T14:45"]);
  expect(shown).toHaveLength(1);
  expect(app.question.open?.appointments).toHaveLength(3);
  await app.undo();
  expect(idas(fake.state.visits)).toEqual([]);
  expect(app.question.open).toBeNull();
});

test("s13 a date that cannot be is named with places near by; nothing is booked until that is settled", async () => {
  const { fake, booking, shown, repeat } = await atDesk();
  const there = fake.state.visits.find((visit) => visit.id === "v7");
  if (!there) throw new Error("no visit");
  fake.state.visits = [
    ...fake.state.visits,
    { ...there, id: "other", start: "2026-11-30T14:45", end: "2026-11-30T15:15", chair: "c1", provider: "okafor" },
  ];
  repeat.count = 3;
  await booking.book();
  expect(shown).toEqual([]);
  expect(idas(fake.state.visits)).toEqual([]);
  expect(repeat.refused.map((visit) => visit.start)).toEqual(["2026-11-30T14:45"]);
  expect(repeat.refused[0]?.refused?.clashes[0]?.patient_name).toBe("Lukas Meyer");
  const near = repeat.refused[0]?.near[0];
  if (!near || !repeat.refused[0]) throw new Error("nothing near");
  repeat.choose(repeat.refused[0], near);
  await booking.book();
  expect(idas(fake.state.visits)).toEqual(["2026-11-23T14:45", near.start, "2026-12-07T14:45"]);
});

test("s13 the rest is booked only when it is asked for", async () => {
  const { fake, booking, repeat } = await atDesk();
  repeat.unit = "days";
  repeat.count = 7;
  await booking.book();
  const refused = repeat.refused.length;
  expect(refused).toBeGreaterThan(0);
  await booking.bookRest();
  expect(idas(fake.state.visits)).toHaveLength(7 - refused);
});

test("another plan forgets what was said to the one before", async () => {
  const { booking, repeat } = await atDesk();
  repeat.unit = "days";
  repeat.count = 7;
  await booking.book();
  expect(repeat.answer).not.toBeNull();
  repeat.changed();
  expect(repeat.answer).toBeNull();
  repeat.unit = "chosen";
  repeat.dates = ["2026-11-25"];
  expect(repeat.plan).toEqual({ kind: "chosen", dates: ["2026-11-25"] });
});

test("s8 cancelling with those that follow leaves the ones before", async () => {
  const { app, fake, booking, repeat } = await atDesk();
  repeat.count = 3;
  await booking.book();
  const second = fake.state.visits.find((visit) => visit.start === "2026-11-30T14:45" && visit.series);
  if (!second) throw new Error("no visit");
  const series = new Series(app, () => undefined);
  series.read(second);
  await expect.poll(() => series.visits.length).toBe(3);
  expect(series.following(second)).toBe(1);
  expect(await series.cancel(second, "moved away", false)).toBe(true);
  expect(fake.state.visits.filter((visit) => visit.series && visit.status === "cancelled")).toHaveLength(2);
});
