import { describe, expect, test } from "vitest";
import { parseClock, parseDate } from "$/lib/parse";
import { splitName } from "$/lib/names";
import { strengthOf } from "$/lib/strength";
import { addDays, addMinutes, ageOn, minutesBetween, weekOf } from "$/lib/time";
import { repeatedHour } from "$/lib/zone";

const TODAY = "2026-11-23";

describe("a time of day, as a desk types it", () => {
  test.each([
    ["9", "09:00"], ["930", "09:30"], ["0930", "09:30"], ["9:05", "09:05"], ["9.15", "09:15"], ["14h30", "14:30"],
    ["9 pm", "21:00"], ["12 am", "00:00"], ["24:00", "24:00"],
    ["25", null], ["9:75", null], ["24:05", null], ["soon", null],
  ])("%s is %s", (text, clock) => expect(parseClock(text)).toBe(clock));
});

describe("a date, as a desk types it", () => {
  test.each([
    ["2026-11-23", "2026-11-23"], ["23 nov", "2026-11-23"], ["nov 23 2025", "2025-11-23"], ["2 jan", "2027-01-02"],
    ["+7", "2026-11-30"], ["31 feb", null], ["2026-02-30", null], ["thursday", null], ["", null],
  ])("%s is %s", (text, date) => expect(parseDate(text, TODAY)).toBe(date));

  test("a birth date of two digits lies in the past", () => {
    expect(parseDate("4 mar 88", TODAY, true)).toBe("1988-03-04");
    expect(parseDate("4 mar 12", TODAY, true)).toBe("2012-03-04");
  });
});

test("days are counted on the calendar, whatever the clocks do", () => {
  expect(addDays("2026-03-28", 1)).toBe("2026-03-29");
  expect(addDays("2026-10-31", 1)).toBe("2026-11-01");
  expect(addMinutes("2026-11-23T23:50", 20)).toBe("2026-11-24T00:10");
  expect(minutesBetween("2026-11-23T23:50", "2026-11-24T00:10")).toBe(20);
  expect(weekOf("2026-11-23")).toBe(48);
  expect(weekOf("2027-01-01")).toBe(53);
  expect(ageOn("2000-02-29", "2026-02-28")).toBe(25);
});

test("an hour that the clocks give twice is offered twice (S12)", () => {
  expect(repeatedHour("2026-10-25T01:30", "Europe/Dublin")).toBe(true);
  expect(repeatedHour("2026-10-25T03:30", "Europe/Dublin")).toBe(false);
  expect(repeatedHour("2026-11-23T01:30", "Europe/Dublin")).toBe(false);
  expect(repeatedHour("2026-11-01T01:30", "America/New_York")).toBe(true);
  expect(repeatedHour("2026-11-01T01:30", "No/Where")).toBe(false);
});

test("a name is split as it is written", () => {
  expect(splitName("Ana María Ruiz")).toEqual({ given: "Ana María", family: "Ruiz" });
  expect(splitName("de Vries, Jan")).toEqual({ given: "Jan", family: "de Vries" });
  expect(splitName("Madonna")).toEqual({ given: "", family: "Madonna" });
});

test("the hint about a passphrase is honest", () => {
  expect(strengthOf("Passw0rd!2026")).toBe("weak");
  expect(strengthOf("aaaaaaaaaaaa")).toBe("weak");
  expect(strengthOf("kettle-bridge")).toBe("fair");
  expect(strengthOf("kettle bridge orange sail")).toBe("strong");
});
