import { expect, test } from "vitest";
import type { AppointmentView } from "$/api/bindings";
import { Booking } from "$/features/booking/booking.svelte";
import { Day } from "$/features/day/day.svelte";
import { openApp } from "./window";

async function withFamily() {
  const { app, fake } = await openApp();
  await app.call("household.save", { id: null, name: "Lindgren", guarantor: "p11", members: ["p11", "p7"] });
  const day = new Day(app);
  day.open("2026-11-23");
  await expect.poll(() => day.view?.date).toBe("2026-11-23");
  const shown: AppointmentView[] = [];
  const booking = new Booking(app, (visit) => shown.push(visit));
  booking.begin({ chair: "c1", start: "2026-11-24T09:00", minutes: 30, patient: { id: "p11", name: "Ida Lindgren" } }, day.view);
  await booking.withFamily();
  const family = booking.family;
  const other = family?.members[1];
  if (!family || !other) throw new Error("nobody else");
  other.comes = true;
  return { app, fake, booking, family, shown };
}

const booked = (visits: AppointmentView[], shown: AppointmentView[]): AppointmentView[] =>
  visits.filter((visit) => shown.some((one) => one.start.slice(0, 10) === visit.start.slice(0, 10)) && ["p11", "p7"].includes(visit.patient));

test("a family is booked at the same time with different providers, and taken back as one", async () => {
  const { app, fake, booking, family, shown } = await withFamily();
  const before = fake.state.visits.length;
  await family.find(booking.date, booking.minutes);
  const places = family.chosen?.places ?? [];
  expect(places).toHaveLength(2);
  expect(places[0]?.start).toBe(places[1]?.start);
  expect(places[0]?.chair).not.toBe(places[1]?.chair);
  expect(places[0]?.provider).not.toBe(places[1]?.provider);
  await booking.book();
  expect(fake.state.visits.length).toBe(before + 2);
  expect(shown).toHaveLength(1);
  expect(booked(fake.state.visits, shown)).toHaveLength(2);
  expect(app.question.open?.names).toMatch(/Ida Lindgren/);
  expect(booking.active).toBe(false);
  await app.undo();
  expect(fake.state.visits.length).toBe(before);
});

test("one after the other they keep provider and chair", async () => {
  const { booking, family } = await withFamily();
  family.together = "in_turn";
  await family.find(booking.date, booking.minutes);
  const [first, second] = family.chosen?.places ?? [];
  expect(second?.chair).toBe(first?.chair);
  expect((second?.start ?? "") > (first?.start ?? "")).toBe(true);
});

test("when somebody was quicker nobody is booked, and who is there is named", async () => {
  const { fake, booking, family, shown } = await withFamily();
  await family.find(booking.date, booking.minutes);
  const place = family.chosen?.places[1];
  const other = fake.state.visits[0];
  if (!place || !other) throw new Error("no time");
  const end = place.start.slice(0, 11) + "23:00";
  fake.state.visits = [...fake.state.visits, { ...other, id: "quick", status: "scheduled", start: place.start, end, chair: place.chair, provider: place.provider }];
  const before = fake.state.visits.length;
  await booking.book();
  expect(fake.state.visits.length).toBe(before);
  expect(shown).toEqual([]);
  expect(family.answer?.visits.some((one) => one.refused?.code === "clash")).toBe(true);
  expect(booking.active).toBe(true);
});
