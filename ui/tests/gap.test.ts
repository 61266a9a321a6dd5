import { waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { byId, findId, openWindow, textOf } from "./window";

test("a gap of the day says how long it is and who would like it, and opens on who could take it", async () => {
  const { user } = await openWindow("", "#/day/2026-11-23");
  const card = (await waitFor(() => {
    const cards = [...document.querySelectorAll<HTMLElement>("[data-testid='gap-card']")];
    expect(cards.length).toBeGreaterThan(0);
    return cards;
  })).find((one) => textOf(one).startsWith("14:30–15:30"));
  if (!card) throw new Error("no card");
  expect(textOf(card)).toMatch(/14:30–15:30 free, 60 min .* would like it: /);
  await user.click(card);
  expect(textOf(await findId("gap-candidate-1"))).toContain("+44 7700 9");
});

test("s15 a freed time is offered at once, and F and Enter move the first one there and offer their place", async () => {
  const { user, fake } = await openWindow("", "#/day/2026-11-23");
  await user.click(await findId("visit-v5"));
  await findId("visit-panel");
  await user.keyboard("x");
  await user.type(await findId("cancel-reason"), "ill{Enter}");
  expect(textOf(await findId("gap-offer"))).toMatch(/12:45–13:30 free, 45 min/);
  await user.keyboard("f");
  const first = textOf(await findId("gap-candidate-1"));
  const moved = fake.state.visits.find((visit) => visit.asap && first.includes(visit.patient_name));
  if (!moved) throw new Error(`not on the ASAP list: ${first}`);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(fake.state.visits.find((one) => one.id === moved.id)?.start).toBe("2026-11-23T12:45"));
  expect(fake.state.visits.find((one) => one.id === moved.id)?.asap).toBeNull();
  // The place of the one who came sooner is free now, on another day.
  await waitFor(() => expect(textOf(byId("gap-offer"))).toMatch(/9/));
  expect(textOf(byId("gap-offer"))).toContain("Dec");
});

test("Escape closes what is offered and takes nothing", async () => {
  const { user, fake } = await openWindow("", "#/day/2026-11-23");
  await waitFor(() => expect(document.querySelector("[data-testid='gap-card']")).not.toBeNull());
  const before = structuredClone(fake.state.visits);
  await user.keyboard("f");
  await findId("gap-panel");
  await user.keyboard("{ArrowDown}{Escape}");
  await waitFor(() => expect(document.querySelector("[data-testid='gap-panel']")).toBeNull());
  expect(fake.state.visits).toEqual(before);
});

test("a visit is put on the ASAP list with a wish and taken off again, by keys", async () => {
  const { user, fake } = await openWindow("", "#/day/2026-11-23");
  const visit = () => fake.state.visits.find((one) => one.id === "v7");
  await user.click(await findId("visit-v7"));
  await findId("asap-on");
  await user.keyboard("q");
  await waitFor(() => expect(visit()?.asap).toBe("2026-11-23T10:42"));
  await user.click(await findId("asap-wish"));
  await user.click(await findId("wish-day-1"));
  await user.type(await findId("wish-from"), "16:00");
  await user.click(byId("asap-save"));
  await waitFor(() => expect(visit()?.wish).toMatchObject({ weekdays: [1], from: "16:00" }));
  expect(textOf(await findId("asap-said"))).toContain("Tue · after 16:00");
  await user.keyboard("q");
  await waitFor(() => expect(visit()?.asap).toBeNull());
});
