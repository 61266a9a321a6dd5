import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { refusal } from "$/api/fake/errors";
import { byId, findId, openApp, openWindow, textOf } from "./window";

const day = async (): Promise<void> => {
  await findId("visit-v3");
};

/** A click alone: where nothing is laid out, a pointer that goes down has no column beneath it. */
const clickVisit = (id: string): void => void fireEvent.click(byId(id));

test("a wrong passphrase says so and the right one opens the day", async () => {
  const { user } = await openWindow("state=locked");
  await user.type(await findId("unlock-passphrase"), "open sesame{Enter}");
  expect(textOf(await findId("error-note"))).toContain("This is not the passphrase.");
  await user.clear(byId("unlock-passphrase"));
  await user.type(byId("unlock-passphrase"), "correct horse battery staple{Enter}");
  await day();
});

test("after too many tries the wait is shown and nothing can be tried", async () => {
  await openWindow("state=locked&wait=7");
  expect(textOf(await findId("unlock-wait"))).toContain("7 seconds");
  expect(byId("unlock-open")).toHaveProperty("disabled", true);
});

test("the recovery code opens with a new passphrase", async () => {
  const { user } = await openWindow("state=locked");
  await user.click(await findId("unlock-forgot"));
  await user.type(byId("recover-code"), "k7qf 2m9t xw4h 8rdp 3vnc 6jyb");
  await user.type(byId("recover-passphrase"), "four words for later");
  await user.type(byId("recover-passphrase-again"), "four words for later");
  await user.click(byId("recover-open"));
  await day();
});

test("the wizard goes on only with a code typed back right, and ends on the empty day", async () => {
  const { user } = await openWindow("state=absent");
  await screen.findByTestId("wizard-name");
  await user.click(byId("wizard-next"));
  expect(screen.getByText("Write the name of the practice.")).toBeTruthy();
  await user.type(byId("wizard-name"), "Harbour Dental");
  await user.click(byId("wizard-next"));
  await user.click(byId("wizard-next"));
  await user.type(byId("wizard-provider-1"), "Dr Quist");
  await user.click(byId("wizard-next"));
  await user.click(byId("wizard-next"));
  await user.type(byId("wizard-passphrase"), "kettle bridge orange sail");
  await user.type(byId("wizard-passphrase-again"), "kettle bridge orange sail");
  await user.click(byId("wizard-next"));
  await user.type(byId("wizard-recovery-typed"), "K7QF-2M9T");
  await user.click(byId("wizard-next"));
  expect(screen.getByText(/Compare it letter by letter/)).toBeTruthy();
  await user.clear(byId("wizard-recovery-typed"));
  await user.type(byId("wizard-recovery-typed"), byId("wizard-recovery-code").textContent ?? "");
  await user.click(byId("wizard-next"));
  expect(await screen.findByText("Nothing booked")).toBeTruthy();
});

test("keys set the status of the selected visit, and Ctrl+Z takes it back", async () => {
  const { user, fake } = await openWindow();
  await day();
  clickVisit("visit-v4");
  expect(textOf(await findId("panel-name"))).toBe("Jan de Vries");
  await user.keyboard("a");
  await waitFor(() => expect(fake.state.visits.find((visit) => visit.id === "v4")?.status).toBe("arrived"));
  expect(textOf(await findId("toast"))).toContain("Jan de Vries: arrived");
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(fake.state.visits.find((visit) => visit.id === "v4")?.status).toBe("scheduled"));
  expect(screen.queryByTestId("toast-undo")).toBeNull();
});

test("a visit is cancelled with a reason and leaves the day", async () => {
  const { user, fake } = await openWindow();
  await day();
  clickVisit("visit-v7");
  await user.keyboard("x");
  await user.type(await findId("cancel-reason"), "has a cold{Enter}");
  await waitFor(() => expect(screen.queryByTestId("visit-v7")).toBeNull());
  expect(fake.state.visits.find((visit) => visit.id === "v7")?.ended_reason).toBe("has a cold");
});

test("a booking is written with the keyboard alone", async () => {
  const { user, fake } = await openWindow();
  await day();
  await user.keyboard("b");
  await user.type(await findId("book-patient"), "lindgren ida");
  await findId("book-patient-option-1");
  await user.keyboard("{Enter}");
  expect(textOf(await findId("book-patient-chosen"))).toBe("Ida Lindgren");
  await user.click(byId("book-save"));
  await waitFor(() => expect(fake.state.visits.some((visit) => visit.patient === "p11" && visit.start.endsWith("T12:00"))).toBe(true));
});

test("a clash is shown in the panel with openings and the way to book all the same", async () => {
  const { user, fake } = await openWindow();
  await day();
  await user.keyboard("b");
  await user.type(await findId("book-patient"), "brandt mia");
  await user.click(await findId("book-patient-option-1"));
  fireEvent.input(byId("book-time"), { target: { value: "08:10" } });
  fireEvent.change(byId("book-time"));
  await user.click(byId("book-save"));
  expect(textOf(await findId("error-note"))).toContain("Dr Lindqvist and Chair 2 are taken: 08:00–08:45, Noor Haddad.");
  expect(await findId("book-opening-1")).toBeTruthy();
  await user.click(byId("book-anyway"));
  await waitFor(() => expect(fake.state.visits.some((visit) => visit.overbooked && visit.patient === "p17")).toBe(true));
});

test("after a booking on another date that date is shown, with the visit selected", async () => {
  const { user } = await openWindow();
  await day();
  await user.keyboard("b");
  await user.type(await findId("book-patient"), "brandt mia");
  await user.click(await findId("book-patient-option-1"));
  fireEvent.input(byId("book-date"), { target: { value: "25 nov" } });
  fireEvent.change(byId("book-date"));
  await user.click(byId("book-save"));
  await waitFor(() => expect(textOf(byId("day-title"))).toContain("Wednesday"));
  expect(textOf(await findId("panel-name"))).toBe("Mia Brandt");
});

test("M takes a visit along to the next day, and Escape shows it where it was", async () => {
  const { user, app, fake } = await openWindow();
  await day();
  clickVisit("visit-v7");
  await user.keyboard("m]");
  await waitFor(() => expect(textOf(byId("move-to"))).toContain("Tue"));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(textOf(byId("panel-name"))).toBe("Lukas Meyer"));
  expect(app.router.route).toMatchObject({ date: "2026-11-23" });
  await user.keyboard("m]");
  await waitFor(() => expect(byId("move-commit")).toHaveProperty("disabled", false));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(fake.state.visits.find((visit) => visit.id === "v7")?.start).toBe("2026-11-24T15:30"));
  expect(textOf(await findId("panel-name"))).toBe("Lukas Meyer");
});

test("light or dark is kept by the machine and is there before the practice is opened", async () => {
  const { user, fake } = await openWindow("", "#/settings/appearance");
  await user.click(await findId("theme-dark"));
  await waitFor(() => expect(fake.state.theme).toBe("dark"));
  expect(document.documentElement.dataset["theme"]).toBe("dark");
  await openApp("state=locked&theme=light");
  expect(document.documentElement.dataset["theme"]).toBe("light");
});

test("a row that cannot be read is an error card and the rest of the day is there (S14)", async () => {
  await openWindow("day=unreadable");
  await day();
  expect(textOf(await findId("unreadable-bad"))).toContain("cannot be read");
});

test("a day that cannot be read says what, what of the data, and what next; trying again reads it", async () => {
  const { user, fake } = await openWindow();
  await day();
  const usual = fake.handlers["schedule.get"];
  fake.handlers["schedule.get"] = () => {
    throw refusal("failed", "The file did not answer.", "Try again in a moment.");
  };
  await user.keyboard("]");
  const note = textOf(await findId("error-note"));
  expect(note).toContain("The file did not answer.");
  expect(note).toContain("Nothing was changed.");
  expect(note).toContain("Try again in a moment.");
  fake.handlers["schedule.get"] = usual;
  await user.click(byId("try-again"));
  await waitFor(() => expect(screen.queryByTestId("error-note")).toBeNull());
});

test("a practice that was locked elsewhere shows the unlock screen", async () => {
  const { user, fake } = await openWindow();
  await day();
  fake.state.session = { ...fake.state.session, state: "locked" };
  fake.handlers["schedule.get"] = () => {
    throw refusal("locked", "The practice is locked.", "Unlock it.");
  };
  await user.keyboard("]");
  expect(await findId("unlock-passphrase")).toBeTruthy();
});

test("Ctrl K finds a patient, a date and a command", async () => {
  const { user, app } = await openWindow();
  await day();
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await findId("palette-input"), "24 dec");
  // Once nobody is found for what was typed so far, the date is the first line.
  await waitFor(() => expect(byId("palette-date-2026-12-24").ariaSelected ?? byId("palette-date-2026-12-24").getAttribute("aria-selected")).toBe("true"));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(app.router.route).toMatchObject({ screen: "day", date: "2026-12-24" }));
  await waitFor(() => expect(document.querySelector('[data-testid="palette"]')).toBeNull());
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await findId("palette-input"), "thorsdottir");
  await user.clear(byId("palette-input"));
  await user.type(byId("palette-input"), "nwosu amara");
  await user.click(await findId("palette-patient-p3"));
  expect(textOf(await findId("patient-title"))).toBe("Amara Nwosu");
});

test("? shows every key", async () => {
  const { user } = await openWindow();
  await day();
  await user.keyboard("?");
  expect(await findId("keys-dialog")).toBeTruthy();
});
