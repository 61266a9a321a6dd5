import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { BlockOuts } from "$/features/block-out/blockOut.svelte";
import { stretchesOf } from "$/features/settings/exceptions";
import { Holidays } from "$/features/settings/holidays.svelte";
import { keptPattern, patternFor, stretched } from "$/lib/pattern";
import { byId, findId, openApp, openWindow, textOf } from "./window";

const TODAY = "2026-11-23";

// The core's own table: domain/tests/rules/kept_away.rs.
test.each([
  ["X//X", 20, "X//X"],
  ["X//X", 40, "XX////XX"],
  ["X//X", 60, "XXX//////XXX"],
  ["X//X", 10, "XX"],
  ["XX//XX", 15, "X/X"],
  ["X/", 7, "X/"],
  ["/X/", 5, "X"],
  ["X////////X", 25, "X///X"],
  ["////////X///", 10, "/X"],
])("the pattern %s of a visit of %i minutes is %s, as the core draws it", (pattern, minutes, expected) => {
  expect(stretched(pattern, minutes)).toBe(expected);
});

test("the provider throughout is no pattern", () => {
  expect(patternFor(null, 15)).toBe("XXX");
  expect(keptPattern("XXX")).toBeNull();
  expect(keptPattern("X/X")).toBe("X/X");
});

test("K opens the panel where it is free, Enter saves, and the day shows it", async () => {
  const { user, fake } = await openWindow("day=empty");
  await screen.findByText("Nothing booked");
  await user.keyboard("k");
  await findId("block-out-panel");
  await user.type(byId("block-out-note"), "Team lunch{Enter}");
  const drawn = await screen.findAllByTestId("block-out");
  expect(drawn.some((one) => textOf(one).includes("Lunch Team lunch"))).toBe(true);
  expect(fake.state.blockOuts).toHaveLength(1);
  expect(screen.queryByTestId("block-out-panel")).toBeNull();
});

test("a block-out over visits is asked about, and saved all the same when that is meant", async () => {
  const { user, fake } = await openWindow();
  await findId("visit-v3");
  await user.keyboard("k");
  await findId("block-out-panel");
  await fireEvent.change(byId("block-out-chair"), { target: { value: "c3" } });
  const clocks: [string, string][] = [["block-out-from", "13:00"], ["block-out-to", "15:00"]];
  for (const [field, clock] of clocks) {
    await user.clear(byId(field));
    await user.type(byId(field), `${clock}{Tab}`);
  }
  const before = fake.state.blockOuts.length;
  await user.click(byId("block-out-save"));
  expect(textOf(await findId("error-note"))).toContain("Carlos Ruiz Peña");
  expect(fake.state.blockOuts).toHaveLength(before);
  await user.click(byId("block-out-anyway"));
  await waitFor(() => expect(fake.state.blockOuts).toHaveLength(before + 1));
});

test("one that repeats is changed or removed for one day, from it on, or whole", async () => {
  const { app, fake } = await openApp();
  const asked: unknown[] = [];
  fake.handlers["block_out.save"] = (request) => {
    asked.push([request.days, request.first, request.repeat.how]);
    return { id: "x" };
  };
  fake.handlers["block_out.remove"] = (request) => {
    asked.push(request.days);
    return null;
  };
  const days = await app.call("schedule.get", { from: "2026-11-24", to: "2026-11-24" });
  const lunch = days?.days[0]?.columns[0]?.block_outs.find((one) => one.id === "b1");
  const blocks = new BlockOuts(app);
  for (const which of ["only", "from", "all"] as const) {
    if (lunch) blocks.edit(lunch);
    blocks.which = which;
    await blocks.save();
  }
  if (lunch) blocks.edit(lunch);
  await blocks.remove();
  expect(asked).toEqual([
    [{ which: "only", date: "2026-11-24" }, "2026-11-24", "weekly"],
    [{ which: "from", date: "2026-11-24" }, "2026-11-24", "weekly"],
    [{ which: "all" }, TODAY, "weekly"],
    { which: "only", date: "2026-11-24" },
  ]);
});

test("a pattern is written with the keys alone", async () => {
  const { user, fake } = await openWindow("", "#/settings/types");
  await user.click(await findId("type-1"));
  byId("type-pattern-1").focus();
  await user.keyboard("x///x");
  expect(textOf(byId("type-pattern"))).toBe("X///XX");
  await user.click(byId("type-save"));
  await waitFor(() => expect(fake.state.practice.types[0]?.pattern).toBe("X///XX"));
});

test("holidays are ticked, named anew and added; those that are there stay", async () => {
  const { user, fake } = await openWindow("", "#/settings/closures");
  await user.click(await findId("closure-holidays"));
  const epiphany = await findId("holiday-2027-01-06");
  expect(epiphany).toHaveProperty("checked", true);
  expect(byId("holiday-2027-08-15")).toHaveProperty("checked", false);
  expect(byId("holiday-2027-01-01")).toHaveProperty("disabled", true);
  await user.click(byId("holiday-2027-05-01"));
  await user.click(byId("holidays-add"));
  await waitFor(() => expect(fake.state.practice.closures.map((one) => one.from)).toContain("2027-01-06"));
  expect(fake.state.practice.closures.map((one) => one.from)).not.toContain("2027-05-01");
});

test("a holiday of a provider asks where visits are booked and then stands in the list", async () => {
  const { user, fake } = await openWindow("", "#/settings/exceptions");
  await user.click(await findId("exception-add"));
  await user.type(byId("exception-from"), "23/11/2026");
  await user.type(byId("exception-to"), "27/11/2026{Tab}");
  await user.type(byId("exception-note"), "Holiday");
  await user.click(byId("exception-save"));
  await user.click(await findId("exception-anyway"));
  await findId("exception-1-remove");
  expect(stretchesOf(fake.state.practice, TODAY)).toMatchObject([{ from: TODAY, to: "2026-11-27", note: "Holiday" }]);
  await user.click(byId("exception-1-remove"));
  await waitFor(() => expect(stretchesOf(fake.state.practice, TODAY)).toEqual([]));
});

test("Ctrl+K blocks time from any screen, and finds each page of the settings", async () => {
  const { user, app } = await openWindow("", "#/lists/waiting");
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await findId("palette-input"), "block-out");
  await user.click(await findId("palette-block-out"));
  await findId("block-out-panel");
  expect(app.router.route.screen).toBe("day");
  await user.click(byId("block-out-cancel"));
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await findId("palette-input"), "settings: block-out types");
  await user.click(await findId("palette-settings-block-outs"));
  await findId("settings-screen");
  expect(app.router.route).toEqual({ screen: "settings", section: "block-outs" });
});

test("s6 a closure over visits says how many and which, leads to each, and closes nothing unasked", async () => {
  const { user, app, fake } = await openWindow("", "#/settings/closures");
  await user.click(await findId("closure-add"));
  await user.type(byId("closure-from"), "23/11/2026{Tab}");
  await user.type(byId("closure-name"), "Course");
  const before = fake.state.practice.closures.length;
  const booked = fake.state.visits.filter((visit) => visit.status === "scheduled" && visit.start.startsWith(TODAY));
  await user.click(byId("closure-save"));
  const list = await findId("booked-there");
  expect(list.querySelectorAll("button")).toHaveLength(booked.length);
  expect(textOf(list)).toContain("Carlos Ruiz Peña");
  expect(fake.state.practice.closures).toHaveLength(before);

  await user.click(byId("closure-anyway"));
  await waitFor(() => expect(fake.state.practice.closures).toHaveLength(before + 1));
  expect(fake.state.visits.filter((visit) => visit.status === "scheduled" && visit.start.startsWith(TODAY))).toHaveLength(booked.length);
  expect(screen.queryByTestId("booked-there")).toBeNull();
  await app.undo();
  expect(fake.state.practice.closures).toHaveLength(before);

  await user.click(byId("closure-add"));
  await user.type(byId("closure-from"), "23/11/2026{Tab}");
  await user.type(byId("closure-name"), "Course");
  await user.click(byId("closure-save"));
  const first = booked.find((visit) => visit.patient_name === "Carlos Ruiz Peña");
  await user.click(await findId(`booked-${first?.id}`));
  await findId(`visit-${first?.id}`);
  expect(textOf(await findId("visit-panel"))).toContain("Carlos Ruiz Peña");
});

test("s6 holidays and other hours of a provider ask in the same way", async () => {
  const { app, fake, user } = await openWindow("", "#/settings/providers");
  const holidays = new Holidays(app);
  holidays.list = [{ date: TODAY, name: "Founders' day", local_name: null, partly: false, closed_as: null, visits: 4 }];
  holidays.ticked = [TODAY];
  await holidays.add();
  expect(holidays.error?.code).toBe("clash");
  expect(holidays.ticked).toEqual([TODAY]);
  await holidays.add(true);
  expect(fake.state.practice.closures.map((one) => one.from)).toContain(TODAY);

  const okafor = app.practice?.providers.find((one) => one.id === "okafor");
  if (okafor) okafor.hours = { days: [[], [], [], [], [], [], []] };
  fake.state.practice = { ...fake.state.practice, providers: fake.state.practice.providers.map((one) => (one.id === "okafor" ? { ...one, hours: { days: [[], [], [], [], [], [], []] } } : one)) };
  await app.readPractice();
  await user.click(await findId("provider-1"));
  await user.click(byId("provider-save"));
  await findId("booked-there");
  await user.click(byId("provider-anyway"));
  await waitFor(() => expect(screen.queryByTestId("provider-anyway")).toBeNull());
});

test("a block-out over visits lists them, each to be gone to", async () => {
  const { user } = await openWindow();
  await findId("visit-v3");
  await user.keyboard("k");
  await findId("block-out-panel");
  await fireEvent.change(byId("block-out-chair"), { target: { value: "c3" } });
  await user.clear(byId("block-out-from"));
  await user.type(byId("block-out-from"), "13:00{Tab}");
  await user.click(byId("block-out-save"));
  const list = await findId("booked-there");
  expect(textOf(list)).toContain("Carlos Ruiz Peña");
  await user.click(list.querySelector("button") as HTMLElement);
  await waitFor(() => expect(document.querySelector('[data-visit][aria-pressed="true"], [data-visit].selected, [data-visit][aria-current]')).not.toBeNull());
  expect(byId("block-out-panel")).toBeTruthy();
});
