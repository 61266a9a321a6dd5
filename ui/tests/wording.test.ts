import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import {
  bareClock, clock, clockRange, dayMonth, firstWeekday, hourLabel, mediumDate, numericDate, weekdayDate, weekdays,
} from "$/lib/format";
import { parseClock, parseDate, parseWeekday } from "$/lib/parse";
import { language, speak, t } from "$/lib/text";
import { byId, findId, openWindow, textOf } from "./window";

const TODAY = "2026-11-23";
/** Whatever kind of space a locale puts before PM, and without the marks that keep scripts apart. */
const plain = (text: string): string => text.replace(/\s/gu, " ").replace(/[\u2068\u2069]/gu, "");

afterEach(() => speak("en-GB", false));

test.each([
  ["en-GB", false, "14:30", "14:00", "14:30"],
  ["en-US", true, "2:30 PM", "2 PM", "2:30"],
  ["de-AT", false, "14:30", "14:00", "14:30"],
  ["de-DE", true, "2:30 PM", "2 PM", "2:30"],
])("in %s (12 hours: %s) half past two is %s, the hour %s, beside the grid %s", (tag, twelve, time, hour, bare) => {
  speak(tag, twelve);
  expect([plain(clock("14:30")), plain(hourLabel("14:00")), bareClock("14:30")]).toEqual([time, hour, bare]);
});

test("a stretch of time names the half of the day once", () => {
  speak("en-US", true);
  expect(plain(clockRange("09:00", "09:45"))).toBe("9:00–9:45 AM");
  expect(plain(clockRange("11:30", "12:15"))).toBe("11:30 AM–12:15 PM");
  speak("de-DE", false);
  expect(clockRange("08:00", "24:00")).toBe("08:00–24:00");
});

test.each([
  ["en-GB", "Monday 23 November", "23 Nov 2026", "23/11/2026", 0],
  ["en-US", "Monday, November 23", "Nov 23, 2026", "11/23/2026", 6],
  ["de-DE", "Montag, 23. November", "23. Nov. 2026", "23.11.2026", 0],
])("dates and weeks are those of %s", (tag, weekday, medium, numeric, first) => {
  speak(tag, false);
  expect([weekdayDate(TODAY), mediumDate(TODAY), numericDate(TODAY), firstWeekday()]).toEqual([weekday, medium, numeric, first]);
  expect(weekdays()).toEqual(first === 6 ? [6, 0, 1, 2, 3, 4, 5] : [0, 1, 2, 3, 4, 5, 6]);
});

describe.each(["en-GB", "en-US", "de-DE", "de-AT"])("in %s", (tag) => {
  beforeEach(() => speak(tag, tag === "en-US"));

  test("what is shown can be typed", () => {
    for (const date of [TODAY, "2027-03-01", "2026-12-31", "2026-08-09"]) {
      for (const shown of [mediumDate(date), numericDate(date), dayMonth(date)]) expect([shown, parseDate(shown, TODAY)]).toEqual([shown, date]);
    }
    for (const time of ["00:00", "09:05", "12:00", "14:30", "23:55"]) expect(parseClock(clock(time))).toBe(time);
  });

  test.each([
    ["9", "09:00"], ["9:30", "09:30"], ["930", "09:30"], ["9am", "09:00"], ["2:30 pm", "14:30"], ["14.30", "14:30"],
    ["2p", "14:00"], ["2 p.m.", "14:00"], ["12am", "00:00"], ["12 pm", "12:00"], ["14h30", "14:30"], ["14 Uhr", "14:00"],
    ["14 am", null], ["2:75 pm", null], ["pm", null],
  ])("the time %s is %s", (text, time) => expect(parseClock(text)).toBe(time));
});

test("a German date is typed as Germans write it", () => {
  speak("de-DE", false);
  const typed = (text: string): string | null => parseDate(text, TODAY);
  expect(typed("3.12.")).toBe("2026-12-03");
  expect(typed("3.12.27")).toBe("2027-12-03");
  expect(typed("3. Dezember")).toBe("2026-12-03");
  expect(typed("3 dez")).toBe("2026-12-03");
  expect(typed("1. März")).toBe("2027-03-01");
  expect(typed("24 dec")).toBe("2026-12-24");
  expect(typed("morgen")).toBe("2026-11-24");
  expect(parseWeekday("mittw", TODAY)).toBe("2026-11-25");
  speak("en-US", true);
  expect(typed("12/3/26")).toBe("2026-12-03");
  expect(typed("tomorrow")).toBe("2026-11-24");
});

test("German counts in words", () => {
  speak("de-DE", false);
  expect([0, 1, 2].map((count) => plain(t("foot-visits", { count })))).toEqual(["Keine Termine", "1 Termin", "2 Termine"]);
  expect([0, 1, 2].map((age) => plain(t("patient-age", { age })))).toEqual(["unter 1 Jahr", "1 Jahr", "2 Jahre"]);
});

test("the desktop's language is spoken from the start, and dates and times follow its region", async () => {
  await openWindow("locale=de-AT");
  await findId("visit-v4");
  expect(textOf(byId("day-title"))).toContain("Montag, 23. November");
  expect(textOf(byId("day-book"))).toContain("Buchen");
  expect(document.documentElement.lang).toBe("de-AT");
  expect(document.title).toContain("Daybook");
});

test("the language is changed in Settings without a restart, kept, and taken back the same way", async () => {
  const { user, fake } = await openWindow("", "#/settings/appearance");
  await user.click(await findId("language-de"));
  await waitFor(() => expect(screen.getByRole("heading", { name: "Einstellungen" })).toBeTruthy());
  expect(fake.state.wording.language).toBe("de");
  await waitFor(() => expect(document.activeElement).toBe(byId("language-de")));
  await user.click(byId("language-en"));
  await waitFor(() => expect(screen.getByRole("heading", { name: "Settings" })).toBeTruthy());
  expect(language).toBe("en");
});

test("12 or 24 hours are chosen in Settings and hold on the day and in the fields", async () => {
  const { user, fake, app } = await openWindow("", "#/settings/appearance");
  await user.click(await findId("clock-twelve"));
  await waitFor(() => expect(fake.state.wording.clock).toBe("twelve"));
  app.router.go({ screen: "day", date: "2026-11-23", visit: null });
  await findId("visit-v4");
  await waitFor(() => expect(plain(textOf(byId("visit-v4")))).toContain("11:15 am–12:00 pm"));
  await user.keyboard("b");
  const time = (await findId("book-time")) as HTMLInputElement;
  expect(plain(time.value)).toMatch(/^\d{1,2}:\d\d [ap]m$/i);
  fireEvent.input(time, { target: { value: "2:30 pm" } });
  fireEvent.change(time);
  expect(plain(time.value)).toMatch(/^2:30 pm$/i);
});

test("the wizard asks for the language first and keeps what was written", async () => {
  const { user } = await openWindow("state=absent");
  await user.type(await findId("wizard-name"), "Praxis am Park");
  await user.click(byId("language-de"));
  await waitFor(() => expect(textOf(byId("wizard-next"))).toContain("Weiter"));
  expect((byId("wizard-name") as HTMLInputElement).value).toBe("Praxis am Park");
});
