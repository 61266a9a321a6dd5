import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { byId, findId, openWindow, textOf, type Opened } from "./window";

async function atDesk(options = "views=1"): Promise<Opened> {
  const opened = await openWindow(options);
  await findId("visit-v3");
  return opened;
}
const heads = (): string[] => screen.getAllByTestId(/^day-column-/).map((head) => textOf(head));

test("1 to 4 show day, week, month and list, and [ ] turns each by its own page", async () => {
  const { user, app } = await atDesk();
  await user.keyboard("2");
  expect(textOf(await findId("week-day-2026-11-27"))).toContain("Fri");
  await waitFor(() => expect(textOf(byId("day-title"))).toMatch(/23\D+29/));
  await user.keyboard("]");
  await waitFor(() => expect(textOf(byId("day-title"))).toMatch(/30.+6/));
  await user.keyboard("3");
  expect(await findId("month")).toBeTruthy();
  await user.keyboard("]");
  await waitFor(() => expect(textOf(byId("day-title"))).toContain("December 2026"));
  expect(app.router.route).toMatchObject({ date: "2026-12-30" });
  await user.keyboard("t4");
  expect(await findId("agenda")).toBeTruthy();
  await user.keyboard("1");
  await findId("visit-v3");
  expect(app.router.route).toMatchObject({ date: "2026-11-23" });
});

test("a week is read row by row and day by day with the arrows, and Enter opens the patient", async () => {
  const { user, app } = await atDesk();
  await user.keyboard("2]]");
  await findId("visit-y3");
  await user.keyboard("{ArrowDown}");
  await waitFor(() => expect(document.activeElement?.getAttribute("data-visit")).toBe("y0"));
  await user.keyboard("{ArrowDown}");
  await waitFor(() => expect(document.activeElement?.getAttribute("data-visit")).toBe("y1"));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(app.router.route).toMatchObject({ screen: "patient", id: "p1" }));
});

test("s15 M moves a visit to another day of the week with the arrows, and says whom it would clash with", async () => {
  const { user, fake } = await atDesk();
  await user.keyboard("2");
  await findId("week-day-2026-11-24");
  fireEvent.click(byId("visit-v7"));
  await findId("panel-name");
  await user.keyboard("m{ArrowUp}{ArrowUp}");
  expect(textOf(byId("move-to"))).toContain("15:20");
  await user.keyboard("{ArrowUp}".repeat(15));
  expect(textOf(await findId("move-live"))).toContain("Elena Petrova");
  await user.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}");
  await waitFor(() => expect(textOf(byId("move-to"))).toContain("Tue"));
  expect(screen.queryByTestId("move-live")).toBeNull();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(fake.state.visits.find((visit) => visit.id === "v7")?.start).toBe("2026-11-24T14:05"));
  expect(fake.state.visits.find((visit) => visit.id === "v7")?.chair).toBe("c1");
});

test("the month is walked with the arrows and Enter opens the day", async () => {
  const { user, app } = await atDesk();
  await user.keyboard("3");
  expect(textOf(await findId("month-2026-11-23"))).toMatch(/18 visits/);
  await user.keyboard("{ArrowDown}{ArrowDown}");
  await waitFor(() => expect(app.router.route).toMatchObject({ date: "2026-12-07" }));
  await waitFor(() => expect(textOf(byId("month-2026-12-07"))).toContain("8 visits"));
  expect(textOf(byId("month-2026-12-25"))).toContain("Christmas break");
  byId("month-2026-12-07").focus();
  await user.keyboard("{ArrowLeft}{ArrowRight}");
  await waitFor(() => expect(document.activeElement).toBe(byId("month-2026-12-07")));
  await user.keyboard("{Enter}");
  await findId("visit-y3");
  expect(textOf(byId("day-title"))).toMatch(/Monday\D+7/);
});

test("the list selects with the arrows, and the keys of a visit work in it", async () => {
  const { user, fake } = await atDesk();
  await user.keyboard("4");
  byId("agenda").focus();
  await user.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}");
  await waitFor(() => expect(textOf(byId("panel-name"))).toBe("Amara Nwosu"));
  await user.keyboard("s");
  await waitFor(() => expect(fake.state.visits.find((visit) => visit.id === "v3")?.status).toBe("seated"));
});

test("F keys show saved views, and what was shown last is kept for the next start", async () => {
  const { user, app, fake } = await atDesk();
  await user.keyboard("{F1}");
  await waitFor(() => expect(heads()).toHaveLength(2));
  expect(textOf(byId("views-open"))).toContain("Front view");
  await user.keyboard("{F2}");
  await findId("week-day-2026-11-23");
  expect(heads()[0]).toContain("Dr Okafor");
  await waitFor(() => expect(fake.state.lastView?.view).toBe("week"));
  // The practice is locked and opened again.
  await app.lock();
  await findId("unlock-passphrase");
  fake.state.enter("open");
  await findId("week-day-2026-11-23");
  expect(textOf(byId("views-open"))).toContain("Week by provider");
});

test("a view is made with the keyboard alone, put on a key, and taken away with the way back", async () => {
  const { user, fake } = await atDesk("");
  await user.keyboard("v");
  await findId("views-panel");
  await user.click(byId("view-by-provider"));
  await user.click(byId("view-provider-2"));
  await waitFor(() => expect(heads()).toEqual([expect.stringContaining("Dr Lindqvist")]));
  await user.click(byId("card-phone"));
  await user.click(byId("card-phone-up"));
  await user.click(byId("view-colour-status"));
  await user.click(byId("view-grid-15"));
  await user.type(byId("view-name"), "Lindqvist");
  await user.selectOptions(byId("view-key"), "4");
  await user.type(byId("view-name"), "{Enter}");
  await waitFor(() => expect(fake.state.views).toHaveLength(1));
  expect(fake.state.views[0]).toMatchObject({
    name: "Lindqvist", key: 4,
    shows: { by: "provider", providers: ["lindqvist"], colour: "status", grid: 15, card: ["time", "type", "note", "phone", "alert"] },
  });
  await user.click(byId("view-everything"));
  await waitFor(() => expect(heads()).toHaveLength(4));
  await user.click(byId("view-remove-1"));
  await waitFor(() => expect(fake.state.views).toHaveLength(0));
  byId("views-open").focus();
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(fake.state.views).toHaveLength(1));
  await user.keyboard("{Escape}{F4}");
  await waitFor(() => expect(heads()).toHaveLength(1));
});

test("a key that is another view's is not given away, and a name that is there says so", async () => {
  const { user, fake } = await atDesk();
  await user.keyboard("v");
  await user.type(await findId("view-name"), "front VIEW");
  expect(byId("view-key").querySelector<HTMLOptionElement>('option[value="1"]')?.disabled).toBe(true);
  await user.click(byId("view-save"));
  expect(await screen.findByText("There is a view of that name.")).toBeTruthy();
  expect(fake.state.views).toHaveLength(2);
});

test("Ctrl K knows the views", async () => {
  const { user } = await atDesk();
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await findId("palette-input"), "week by");
  await user.click(await findId("palette-view-week"));
  expect(await findId("week-day-2026-11-23")).toBeTruthy();
});

test("s14 a row that cannot be read shows above the week, and the rest of it is there", async () => {
  const { user } = await openWindow("day=unreadable");
  await findId("visit-v3");
  await user.keyboard("2");
  await findId("week-day-2026-11-24");
  expect(textOf(await findId("unreadable-bad"))).toContain("cannot be read");
  expect(byId("visit-v3")).toBeTruthy();
});

test("by both, a visit that is walked to has the focus in the column it was walked to", async () => {
  const { user } = await atDesk("");
  await user.keyboard("v");
  await user.click(await findId("view-by-both"));
  await waitFor(() => expect(heads()).toHaveLength(7));
  await user.keyboard("{Escape}");
  byId("day-today").focus();
  await user.keyboard("{ArrowDown}");
  await waitFor(() => expect(document.activeElement?.closest("[data-column]")?.getAttribute("data-column")).toContain("chair"));
  await user.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}");
  await waitFor(() => expect(document.activeElement?.closest("[data-column]")?.getAttribute("data-column")).toContain("provider"));
});
