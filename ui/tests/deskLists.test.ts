import { waitFor } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";
import { Lists } from "$/features/lists/lists.svelte";
import { byId, findId, openApp, openWindow, textOf } from "./window";

// jsdom lays nothing out, and rows that have no room are not drawn.
vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(600);

const rows = (): string[] => [...document.querySelectorAll<HTMLElement>("[data-testid^='list-row-']")].map(textOf);

test("s8 the unscheduled list tells who, when, why and with how much notice", async () => {
  await openWindow("", "#/lists/unscheduled");
  await waitFor(() => expect(rows().length).toBe(2));
  expect(rows()[0]).toContain("Olivia Grant");
  expect(rows()[0]).toContain("missed");
  expect(rows()[1]).toMatch(/Had a cold/);
  expect(rows()[1]).toMatch(/cancelled 2 days before/);
  expect(textOf(byId("rail-lists-count"))).toMatch(/^\d+/);
});

test("L opens the lists, numbers change them, and I the patients", async () => {
  const { user } = await openWindow("", "#/day/2026-11-23");
  await findId("day-scroll");
  await user.keyboard("l");
  await findId("list-tab-unscheduled");
  for (const [key, list] of [["2", "asap"], ["3", "waiting"], ["4", "unconfirmed"], ["5", "planned"], ["1", "unscheduled"]] as const) {
    await user.keyboard(key);
    await waitFor(() => expect(byId(`list-tab-${list}`).getAttribute("aria-current")).toBe("page"));
  }
  await user.keyboard("i");
  await findId("patients-search");
});

test("s8 a missed visit is booked again by Enter and Enter, is off the list, and on it again when taken back", async () => {
  const { user, fake } = await openWindow("", "#/lists/unscheduled");
  await waitFor(() => expect(rows()[0]).toContain("Olivia Grant"));
  await user.keyboard("{Enter}");
  expect(textOf(await findId("book-patient-chosen"))).toBe("Olivia Grant");
  await findId("book-opening-1");
  await user.click(byId("book-save"));
  await waitFor(() => expect(rows().some((row) => row.includes("Olivia"))).toBe(false));
  const booked = fake.state.visits[fake.state.visits.length - 1];
  expect(booked).toMatchObject({ patient_name: "Olivia Grant", kind: "clean", provider: "silva", minutes: 60 });
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(rows().some((row) => row.includes("Olivia"))).toBe(true));
});

test("s8 a row is let go only with a reason", async () => {
  const { user, fake } = await openWindow("", "#/lists/unscheduled");
  await waitFor(() => expect(rows()[0]).toContain("Olivia Grant"));
  await user.keyboard("x");
  await user.type(await findId("let-go-reason"), " {Enter}");
  expect(fake.state.seenTo).toEqual([]);
  await user.type(byId("let-go-reason"), "moved away{Enter}");
  await waitFor(() => expect(rows().length).toBe(1));
});

test("a patient is put on the waiting list with a wish, in the order of urgency", async () => {
  const { user, fake } = await openWindow("", "#/lists/waiting");
  await waitFor(() => expect(rows().length).toBe(3));
  expect(rows()[0]).toContain("urgent");
  await user.keyboard("a");
  await user.type(await findId("waiting-patient"), "nwosu amara");
  await user.click(await findId("waiting-patient-option-1"));
  await user.selectOptions(byId("waiting-type"), "root");
  await user.click(byId("wish-day-2"));
  await user.click(byId("waiting-save"));
  await waitFor(() => expect(rows().length).toBe(4));
  const saved = fake.state.waiting.find((one) => one.patient === "p3");
  expect(saved).toMatchObject({ kind: "root", minutes: 45, wish: { weekdays: [2] } });
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(rows().length).toBe(3));
});

test("s7 calls: no answer is kept, confirmed takes the row away", async () => {
  const { user, fake } = await openWindow("", "#/lists/unconfirmed");
  await waitFor(() => expect(rows().length).toBeGreaterThan(1));
  const first = rows()[0] ?? "";
  await user.keyboard("n");
  await waitFor(() => expect(rows()[0]).toContain("1 call, no answer"));
  const before = rows().length;
  await user.keyboard("c");
  await waitFor(() => expect(rows().length).toBe(before - 1));
  expect(rows()[0]).not.toBe(first);
  expect(fake.state.visits.filter((one) => one.unanswered.length > 0)).toHaveLength(1);
});

test("who would come sooner is moved to a sooner opening", async () => {
  const { user, fake } = await openWindow("", "#/lists/asap");
  await waitFor(() => expect(rows().length).toBe(4));
  await user.keyboard("{Enter}");
  await findId("sooner-opening-1");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(fake.state.visits.find((one) => one.id === "z0")?.start.slice(0, 10)).toBe("2026-11-23"));
  await waitFor(() => expect(rows().length).toBe(3));
});

test("a list is sorted and filtered, and says so when nothing is left", async () => {
  const { app } = await openApp();
  const lists = new Lists(app);
  lists.open("waiting");
  await expect.poll(() => lists.shown.length).toBe(3);
  lists.sort = "minutes";
  expect(lists.shown.map((row) => row.minutes)).toEqual([45, 45, 60]);
  lists.sort = "usual";
  lists.kind = "clean";
  expect(lists.shown.map((row) => row.kind)).toEqual(["clean"]);
  lists.kind = "";
  lists.provider = "silva";
  expect(lists.shown).toHaveLength(1);
});

test("an empty list says what it is for and what to do", async () => {
  await openWindow("lists=empty", "#/lists/waiting");
  expect(textOf(await findId("list-empty"))).toMatch(/Nobody is waiting.*Press A/);
});
