import { waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import type { DayView } from "$/api/bindings";
import { freshOf } from "$/features/booking/fresh";
import { othersThere } from "$/features/day/place";
import { byId, findId, openWindow, textOf } from "./window";

const MONDAY = "#/day/2026-11-23";

test("somebody new has the first field that is empty, and letters beside the fields leave no form", async () => {
  const { app, user } = await openWindow("", MONDAY);
  await findId("visit-v3");
  await user.keyboard("b");
  await user.type(await findId("book-patient"), "Ines Caldeira");
  await findId("book-patient-new");
  await user.keyboard("{Enter}");
  const birth = await findId("book-new-birth");
  await waitFor(() => expect(document.activeElement).toBe(birth));
  await user.keyboard("3 May 1991");
  expect((birth as HTMLInputElement).value).toContain("3 May 1991");
  birth.blur();
  await user.keyboard("l3kg");
  expect(app.router.route).toMatchObject({ screen: "day" });
  expect(byId("book-new-birth")).toBe(birth);
  expect(document.querySelector('[data-testid="month"]')).toBeNull();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(document.querySelector('[data-testid="booking-panel"]')).toBeNull());
});

test("a refused booking says that the new patient is on file, and another time clears what was refused", async () => {
  const { fake, user } = await openWindow("", MONDAY);
  await findId("visit-v3");
  const taken = fake.state.visits.find((visit) => visit.id === "v5");
  await user.keyboard("b");
  await user.type(await findId("book-patient"), "Ines Caldeira");
  await findId("book-patient-new");
  await user.keyboard("{Enter}");
  await user.selectOptions(byId("book-chair"), taken?.chair ?? "");
  await user.selectOptions(byId("book-provider"), taken?.provider ?? "");
  const time = byId("book-time");
  await user.clear(time);
  await user.type(time, `${taken?.start.slice(11)}{Tab}`);
  await user.click(byId("book-save"));
  expect(textOf(await findId("error-note"))).toContain("Ines Caldeira is on file now; only the visit was not booked.");
  expect(JSON.stringify(fake.state.patients)).toContain("Caldeira");
  const minutes = byId("book-minutes");
  await user.clear(minutes);
  await user.type(minutes, "10{Tab}");
  await waitFor(() => expect(document.querySelector('[data-testid="error-note"]')).toBeNull());
});

test("another date in the form is shown beside it", async () => {
  const { app, user } = await openWindow("", MONDAY);
  await findId("visit-v3");
  await user.keyboard("b");
  const date = await findId("book-date");
  await user.clear(date);
  await user.type(date, "25 Nov 2026{Tab}");
  await waitFor(() => expect(app.router.route).toMatchObject({ screen: "day", date: "2026-11-25" }));
  expect(byId("booking-panel")).toBeTruthy();
});

test("time is blocked from the form that is open already", async () => {
  const { user } = await openWindow("", MONDAY);
  await findId("visit-v3");
  await user.click(byId("day-book"));
  await user.click(await findId("book-block"));
  await findId("block-out-panel");
});

test("the day is shown again as it was left, and from itself today", async () => {
  const { app, user } = await openWindow("", "#/day/2026-12-01");
  await findId("day-summary");
  await user.click(byId("rail-patients"));
  await findId("patients-list");
  await user.click(byId("rail-day"));
  expect(app.router.route).toMatchObject({ screen: "day", date: "2026-12-01" });
  await user.click(byId("rail-day"));
  expect(app.router.route).toMatchObject({ screen: "day", date: null });
});

test("what was freed is offered no longer once it is taken back", async () => {
  const { user } = await openWindow("", MONDAY);
  await user.click(await findId("visit-v5"));
  await findId("visit-panel");
  await user.keyboard("x");
  await user.type(await findId("cancel-reason"), "ill{Enter}");
  await findId("gap-offer");
  await user.click(byId("foot-undo"));
  await waitFor(() => expect(document.querySelector('[data-testid="gap-offer"]')).toBeNull());
});

test("a visit is booked from the patient's page, on the day that was left", async () => {
  const { user } = await openWindow("", "#/patients/p3");
  await findId("patient-edit");
  await user.keyboard("b");
  expect(textOf(await findId("book-patient-chosen"))).toBe("Amara Nwosu");
  await waitFor(() => expect(document.querySelector('[data-testid="book-openings"]')).not.toBeNull());
  await user.click(byId("book-save"));
  await findId("panel-name");
});

test("where a visit's provider does not work then, those who do are offered", () => {
  const works = (id: string, from: string, to: string) => ({ id, name: `Dr ${id}`, from, to });
  const view = { columns: [{ chair: "c1", providers: [works("Haas", "08:00", "12:00"), works("Okafor", "12:00", "18:00")] }] } as unknown as DayView;
  const names = (provider: string, clock: string) => othersThere(view, { chair: "c1", provider }, `2026-11-24T${clock}`).map(({ name }) => name);
  expect(names("Lindqvist", "09:00")).toEqual(["Dr Haas"]);
  expect(names("Haas", "12:00")).toEqual(["Dr Okafor"]);
  expect(names("Haas", "11:55")).toEqual([]);
  expect(names("Lindqvist", "19:00")).toEqual([]);
  expect(othersThere(null, { chair: "c1", provider: "Haas" }, "2026-11-24T09:00")).toEqual([]);
});

test("what a caller says in one line is a name, a date of birth and a number", () => {
  const today = "2026-11-23";
  expect(freshOf("Ines Caldeira, born 3 May 1991, 07700 900123", today)).toEqual({ given: "Ines", family: "Caldeira", birth: "1991-05-03", phone: "07700 900123" });
  expect(freshOf("Caldeira, Ines, +351 91 234 5678", today)).toEqual({ given: "Ines", family: "Caldeira", birth: "", phone: "+351 91 234 5678" });
  expect(freshOf("Ines Maria Caldeira", today)).toEqual({ given: "Ines Maria", family: "Caldeira", birth: "", phone: "" });
});

test("a type is chosen by its first letters, and two of one name are told apart", async () => {
  const { user } = await openWindow("", MONDAY);
  await findId("visit-v3");
  await user.keyboard("b");
  await user.type(await findId("book-patient"), "nwosu");
  await user.click(await findId("book-patient-option-1"));
  expect(textOf(await findId("book-patient-known"))).toMatch(/\d{4} · \+44/);
  const lines = [...byId("book-type").querySelectorAll("option")].map((option) => option.text);
  expect(lines.every((line) => /^[\p{L}]/u.test(line)), lines.join()).toBe(true);
});

test("s15 a visit is made longer and shorter by keys and by clicks", async () => {
  const { fake, user } = await openWindow("", MONDAY);
  const visit = () => fake.state.visits.find(({ id }) => id === "v6");
  const before = visit()?.minutes ?? 0;
  await user.click(await findId("visit-v6"));
  await findId("visit-panel");
  await user.keyboard("m");
  await findId("move-panel");
  await user.keyboard("--{Enter}");
  await waitFor(() => expect(visit()?.minutes).toBe(before - 10));
  await user.keyboard("m");
  await user.click(await findId("move-longer"));
  await user.click(byId("move-commit"));
  await waitFor(() => expect(visit()?.minutes).toBe(before - 5));
});

test("a practice without a patient is told what to do first, and one with patients is not", async () => {
  const { app, user } = await openWindow("patients=0", MONDAY);
  await findId("first-steps");
  await user.click(byId("first-import"));
  expect(app.router.route.screen).toBe("import");
  document.body.replaceChildren();
  await openWindow("", "#/day/2026-12-05");
  await findId("day-summary");
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(document.querySelector('[data-testid="first-steps"]')).toBeNull();
});

test("keys that are pressed one upon the other are all heard", async () => {
  const { fake, user } = await openWindow("", MONDAY);
  const usual = fake.call.bind(fake);
  fake.call = (async (...asked: Parameters<typeof usual>) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return usual(...asked);
  }) as typeof fake.call;
  await user.click(await findId("visit-v6"));
  await findId("visit-panel");
  await user.keyboard("cas");
  await waitFor(() => expect(fake.state.visits.find(({ id }) => id === "v6")).toMatchObject({ confirmation: "confirmed", status: "seated" }));
});
