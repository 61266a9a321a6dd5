import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { byId, findId, openWindow, textOf } from "./window";

const clickVisit = (id: string): void => void fireEvent.click(byId(id));
const row = (id: string): HTMLElement => byId(`board-${id}`);
const inList = async (list: string, name: string): Promise<void> => {
  await waitFor(() => expect(textOf(byId(`board-${list}`))).toContain(name));
};

test("W shows who waits since when, who sits where, who is late and who comes next", async () => {
  const { user } = await openWindow();
  await findId("visit-v3");
  await user.keyboard("w");
  const waits = await findId("board-v3");
  expect(textOf(waits)).toContain("Amara Nwosu");
  expect(textOf(waits)).toContain("12 min, since 10:30");
  expect(textOf(byId("board-chairs"))).toContain("10:00");
  expect(textOf(byId("board-providers"))).toContain("Dr Okafor 12 min behind");
  expect(textOf(byId("board-foot"))).toBe("5 here, 14 still open");
});

test("waiting too long is told by word and not by colour alone, from the minutes that the practice sets", async () => {
  const { user, fake } = await openWindow("", "#/board");
  expect(textOf(await findId("board-v3"))).not.toContain("too long");
  fireEvent.change(byId("board-alert"), { target: { value: "10" } });
  await waitFor(() => expect(textOf(row("v3"))).toContain("too long"));
  expect(fake.state.practice.waiting_alert).toBe(10);
  expect(textOf(byId("board-foot"))).toBe("5 here, 1 waiting longer than 10 min, 14 still open");
  await user.keyboard("g");
  expect(textOf(await findId("waiting-strip"))).toContain("too long");
});

test("one key seats the next one once the chair is free, on the board and beside the day", async () => {
  const { user, fake } = await openWindow("", "#/board");
  await findId("board-v3");
  await user.keyboard("s");
  expect(await screen.findByText("No chair is free for those who wait.")).toBeTruthy();
  await user.click(byId("board-completed-v2"));
  await waitFor(() => expect(fake.state.visits.find((one) => one.id === "v2")?.status).toBe("completed"));
  await user.keyboard("g");
  expect(textOf(await findId("strip-seat"))).toContain("Amara Nwosu, Chair 1");
  await user.keyboard("s");
  await waitFor(() => expect(fake.state.visits.find((one) => one.id === "v3")?.status).toBe("seated"));
  await waitFor(() => expect(screen.queryByTestId("waiting-strip")).toBeNull());
});

test("the board is worked through by keys: arrows choose, one key each does", async () => {
  const { user, fake, app } = await openWindow("", "#/board");
  await findId("board-v3");
  await user.keyboard("{ArrowDown}{ArrowDown}");
  await waitFor(() => expect(document.activeElement?.getAttribute("data-row")).toBe("v2"));
  await user.keyboard("d");
  await waitFor(() => expect(fake.state.visits.find((one) => one.id === "v2")?.status).toBe("completed"));
  await user.keyboard("{Control>}z{/Control}");
  await inList("chairs", "Zoë Þórsdóttir");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(app.router.route).toMatchObject({ screen: "day", visit: "v2" }));
});

test("another window's change shows without anything being asked", async () => {
  const { fake } = await openWindow("", "#/board");
  await findId("board-v3");
  fake.state.visits = fake.state.visits.map((one) =>
    one.id === "v4" ? { ...one, status: "arrived" as const, arrived_at: "2026-11-23T10:40" } : one);
  fake.state.tell("appointment");
  await inList("waiting", fake.state.visits.find((one) => one.id === "v4")?.patient_name ?? "?");
});

test("a day without anybody says what the board is for", async () => {
  await openWindow("day=empty", "#/board");
  expect(textOf(await findId("board-empty"))).toContain("Nobody is here");
});

test("the end of the day is ticked off with one key each, and says when all is done", async () => {
  const { user, fake } = await openWindow();
  await findId("visit-v3");
  fake.state.practice = { ...fake.state.practice, now: "2026-11-23T18:05" };
  fake.state.tell("practice");
  expect(textOf(await findId("end-hint"))).toContain("14 visits are still open");
  await user.keyboard("e");
  await findId("end-group-today");
  const open = fake.state.visits.filter(
    (one) => one.start.startsWith("2026-11-23") && ["scheduled", "arrived", "seated"].includes(one.status),
  );
  expect(open.length).toBe(14);
  for (const [index] of open.entries()) {
    await user.keyboard(index % 3 === 1 ? "n" : "d");
    await waitFor(() => expect(within(byId("end-group-today")).queryAllByText(/^(done|missed)$/).length).toBe(index + 1));
  }
  expect(textOf(await findId("end-all-done"))).toContain("Everything of today is done");
  expect(fake.state.visits.filter((one) => one.start.startsWith("2026-11-23") && one.status === "missed").length).toBeGreaterThan(3);
});

test("visits of days gone by are offered, and those to call for the next day", async () => {
  const { user, fake } = await openWindow();
  await findId("visit-v3");
  fake.state.visits = fake.state.visits.map((one) => (one.id === "w1" ? { ...one, status: "scheduled" as const } : one));
  fake.state.tell("appointment");
  expect(textOf(await findId("end-hint"))).toContain("1 visit of days gone by is still open");
  await user.click(byId("strip-end"));
  expect(textOf(await findId("end-group-2026-11-09"))).toContain("Monday");
  await user.click(byId("end-completed-w1"));
  await waitFor(() => expect(textOf(byId("end-w1"))).toContain("done"));
  const calls = byId("end-group-calls");
  const first = fake.state.visits.find((one) => one.id === "y0");
  expect(textOf(calls)).toContain(first?.phone ?? "?");
  await user.click(byId("end-confirm-y0"));
  await waitFor(() => expect(fake.state.visits.find((one) => one.id === "y0")?.confirmation).toBe("confirmed"));
});

test("s9: a done visit is opened again only after a question", async () => {
  const { user, fake } = await openWindow();
  await findId("visit-v3");
  clickVisit("visit-v0");
  await findId("visit-panel");
  await user.keyboard("u");
  expect(textOf(await findId("unlock-question"))).toContain("done and locked");
  expect(fake.state.visits.find((one) => one.id === "v0")?.status).toBe("completed");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByTestId("unlock-question")).toBeNull());
  await user.keyboard("u");
  await user.click(await findId("unlock-change"));
  await waitFor(() => expect(fake.state.visits.find((one) => one.id === "v0")?.status).not.toBe("completed"));
});

test("s7: C confirms and takes it back; the answer can be any of four", async () => {
  const { user, fake } = await openWindow();
  await findId("visit-v3");
  clickVisit("visit-v6");
  await findId("visit-panel");
  const said = (): string | undefined => fake.state.visits.find((one) => one.id === "v6")?.confirmation;
  await user.keyboard("c");
  await waitFor(() => expect(said()).toBe("confirmed"));
  await user.keyboard("c");
  await waitFor(() => expect(said()).toBe("unconfirmed"));
  await user.selectOptions(byId("panel-confirmation"), "declined");
  await waitFor(() => expect(said()).toBe("declined"));
});

test("s7: arrived at 9:50 is put right by hand", async () => {
  const { user, fake } = await openWindow();
  await findId("visit-v3");
  clickVisit("visit-v3");
  const field = await findId("panel-time-arrived");
  expect(field).toHaveProperty("value", "10:30");
  await user.clear(field);
  await user.type(field, "950");
  fireEvent.change(field);
  await waitFor(() => expect(fake.state.visits.find((one) => one.id === "v3")?.arrived_at).toBe("2026-11-23T09:50"));
});

test("s8: cancelling says how much notice it is, and the record keeps who counts", async () => {
  const { user } = await openWindow();
  await findId("visit-v3");
  clickVisit("visit-v7");
  await findId("visit-panel");
  await user.keyboard("x");
  expect(textOf(await findId("cancel-notice"))).toContain("4 hours before: a late cancellation");
  await user.click(byId("cancel-by-practice"));
  expect(textOf(byId("cancel-notice"))).not.toContain("late");
  await user.keyboard("{Escape}");
  expect(textOf(await findId("panel-attendance"))).toMatch(/\d+ kept, \d+ missed/);
});

test("a patient's alert shows when they arrive and before they are booked", async () => {
  const { user, fake } = await openWindow();
  await findId("visit-v3");
  const patient = fake.state.patients.find((one) => one.id === "p7");
  if (patient) patient.fields.alert = "Latex allergy";
  fake.state.visits = fake.state.visits.map((one) => (one.id === "v7" ? { ...one, alert: "Latex allergy" } : one));
  fake.state.tell("appointment");
  await waitFor(() => clickVisit("visit-v7"));
  await waitFor(() => expect(textOf(byId("patient-alert"))).toContain("Latex allergy"));
  await user.keyboard("a");
  expect(await screen.findByText(/arrived.*Alert: .*Latex allergy/)).toBeTruthy();
  await user.keyboard("{Escape}b");
  await user.type(await findId("book-patient"), "meyer lukas");
  await waitFor(() => expect(textOf(byId("book-patient-option-1"))).toContain("Lukas Meyer"));
  await user.click(byId("book-patient-option-1"));
  expect(textOf(await findId("patient-alert"))).toContain("Latex allergy");
});
