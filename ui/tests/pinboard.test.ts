import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { Day } from "$/features/day/day.svelte";
import { Move } from "$/features/day/move.svelte";
import type { App } from "$/lib/app.svelte";
import { byId, findId, openApp, openWindow, textOf } from "./window";

async function monday(app: App) {
  const day = new Day(app);
  day.open("2026-11-23");
  await expect.poll(() => day.view?.date).toBe("2026-11-23");
  const column = day.columns.find((one) => one.column.chair === "c1");
  if (!column) throw new Error("no chair");
  return { day, column };
}

test("s15 a visit is pinned by a key, stays where it is and listed over other days, and is placed by Enter", async () => {
  const { fake, user } = await openWindow();
  fireEvent.click(await findId("visit-v7"));
  await findId("visit-panel");
  await user.keyboard("r");
  expect(textOf(await findId("pinboard"))).toContain("Lukas Meyer");
  await user.keyboard("]");
  await waitFor(() => expect(location.hash).toContain("2026-11-24"));
  expect(fake.state.visits.find((visit) => visit.id === "v7")?.start).toBe("2026-11-23T15:30");
  await waitFor(() => expect(screen.queryByTestId("visit-v7")).toBeNull());
  await user.click(byId("pin-1-place"));
  expect(textOf(await findId("move-to"))).toMatch(/24/);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(fake.state.visits.find((visit) => visit.id === "v7")?.start).toBe("2026-11-24T15:30"));
  await waitFor(() => expect(screen.queryByTestId("pinboard")).toBeNull());
});

test("a pinned visit that is cancelled leaves the board, and one can be taken off", async () => {
  const { app, user } = await openWindow();
  fireEvent.click(await findId("visit-v7"));
  await user.click(await findId("panel-pin"));
  await findId("pinboard");
  await app.call("appointment.cancel", { id: "v7", reason: "flu", by_practice: false });
  await waitFor(() => expect(screen.queryByTestId("pinboard")).toBeNull());
  fireEvent.click(await findId("visit-v11"));
  await user.click(await findId("panel-pin"));
  await user.click(await findId("pin-1-remove"));
  expect(screen.queryByTestId("pinboard")).toBeNull();
});

test("s15 what was taken up is put down by a click on a free time", async () => {
  const { app, fake } = await openApp();
  const { day, column } = await monday(app);
  const lukas = day.find("v7");
  if (!lukas) throw new Error("no visit");
  const move = new Move(app, () => undefined);
  move.begin(lukas);
  await move.put("2026-11-23T14:45", column, day.days);
  expect(move.visit).toBeNull();
  expect(fake.state.visits.find((visit) => visit.id === "v7")).toMatchObject({ start: "2026-11-23T14:45", chair: "c1" });
});

test("a copy is a second visit of the same patient and type, and the first stays", async () => {
  const { app, fake } = await openApp();
  const { day, column } = await monday(app);
  const lukas = day.find("v7");
  if (!lukas) throw new Error("no visit");
  const move = new Move(app, () => undefined);
  const before = fake.state.visits.length;
  move.begin(lukas, true);
  await move.commit(day.days);
  expect(move.error?.code).toBe("clash");
  await move.to(lukas, "2026-11-23T14:45", column, lukas.minutes, day.days, true);
  expect(move.error).toBeNull();
  expect(fake.state.visits.length).toBe(before + 1);
  expect(fake.state.visits.at(-1)).toMatchObject({
    patient: lukas.patient, kind: lukas.kind, start: "2026-11-23T14:45", minutes: lukas.minutes,
  });
  expect(fake.state.visits.find((visit) => visit.id === "v7")?.start).toBe("2026-11-23T15:30");
  expect(app.question.open?.of).toBe("booked");
  await app.undo();
  expect(fake.state.visits.length).toBe(before);
});
