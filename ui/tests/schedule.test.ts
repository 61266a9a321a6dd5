import { expect, test } from "vitest";
import type { AppointmentView, BlockOutView, ClosedView, ColumnView, DayView, ViewShows } from "$/api/bindings";
import { against, busy } from "$/features/day/clash";
import { columnsOf, groupsOf, standsIn } from "$/features/day/columns";
import { gridLines } from "$/features/day/gridlines";
import { columnOf, lay, span, type Place } from "$/features/day/layout";
import { cardLines, cardText, tintOf } from "$/features/day/lines";
import { pull } from "$/features/day/edge";
import { whereIn } from "$/features/day/place";
import { rangeOf, turned } from "$/features/day/range";
import { rowsOf } from "$/features/day/agenda";
import { addDays, addMinutes, addMonths, at, clockFrom } from "$/lib/time";
import { EVERYTHING } from "$/lib/views.svelte";

const MONDAY = "2026-11-23";
const SHUT: ClosedView[] = [{ from: "00:00", to: "24:00", why: "nobody_works" }];
const MORNING: ClosedView[] = [
  { from: "00:00", to: "08:00", why: "nobody_works" },
  { from: "12:00", to: "24:00", why: "nobody_works" },
];

function visit(id: string, start: string, more: Partial<AppointmentView> = {}): AppointmentView {
  const minutes = more.minutes ?? 30;
  return {
    id, start, end: addMinutes(start, minutes), minutes, pattern: null, chair: "c1", chair_name: "Chair 1", provider: "p1",
    provider_name: "Dr Haas", patient: id, patient_name: id, preferred_name: null, status: "scheduled", confirmation: "confirmed",
    kind_name: "Check-up", notes: "", alert: "", phone: "030 5550100", age: 34, tint: 1, ...more,
  } as AppointmentView;
}

function column(kind: "chair" | "provider", id: string, closed: ClosedView[] = MORNING): ColumnView {
  const providers = closed === SHUT ? [] : [{ id: kind === "chair" ? "p1" : id, name: id, from: "08:00", to: "12:00" }];
  return { chair: null, provider: null, name: id, chairs: [], block_outs: [], closed, providers, [kind]: id };
}

function day(date: string, appointments: AppointmentView[] = [], closed: ClosedView[] = MORNING): DayView {
  return {
    date, closed: null, from: "08:00", to: "12:00", appointments, unreadable: [],
    columns: [column("chair", "c1", closed), column("chair", "c2", closed)],
    provider_columns: [column("provider", "p1", closed), column("provider", "p2", SHUT)],
  };
}

const shows = (part: Partial<ViewShows>): ViewShows => ({ ...EVERYTHING, ...part });
const week = (appointments: AppointmentView[] = []): DayView[] =>
  Array.from({ length: 7 }, (_, index) => {
    const date = addDays(MONDAY, index);
    return day(date, appointments.filter((one) => one.start.startsWith(date)), index > 4 ? SHUT : MORNING);
  });
const named = (days: DayView[], part: Partial<ViewShows>, anchor = MONDAY): string[] =>
  columnsOf(days, shows(part), anchor).map(({ day: { date }, column: { name } }) => `${date.slice(8)} ${name}`);

test("the columns of a day are chairs, providers who are in, or both", () => {
  const one = [day(MONDAY)];
  for (const [part, expected] of [
    [{ by: "chair" }, ["c1", "c2"]],
    [{ by: "provider" }, ["p1"]],
    [{ by: "both" }, ["c1", "c2", "p1"]],
    [{ by: "chair", chairs: ["c2"] }, ["c2"]],
    [{ by: "provider", providers: ["p2"] }, ["p2"]],
    [{ by: "chair", chairs: ["gone"] }, ["c1", "c2"]],
  ] satisfies [Partial<ViewShows>, string[]][]) {
    expect(named(one, part)).toEqual(expected.map((name) => `23 ${name}`));
  }
  const off = day(MONDAY, [visit("a", at(MONDAY, "09:00"), { provider: "p2" })]);
  expect(named([off], { by: "provider" })).toEqual(["23 p1", "23 p2"]);
});

test("a week leaves out what is closed all day and empty, never what holds a visit or was asked for", () => {
  const saturday = addDays(MONDAY, 5);
  expect(named(week(), { span: "week", by: "provider" })).toEqual(["23 p1", "24 p1", "25 p1", "26 p1", "27 p1"]);
  expect(named(week(), { span: "week", by: "provider" }, saturday)).toContain("28 p1");
  const booked = week([visit("a", at(saturday, "09:00"), { chair: "c2" })]);
  expect(named(booked, { span: "week", by: "chair" }).filter((name) => name.startsWith("28"))).toEqual(["28 c2"]);
});

test("the days of a week, and chairs and providers, have heads of their own", () => {
  const counts = (part: Partial<ViewShows>): number[] => groupsOf(columnsOf(week(), shows(part), MONDAY), shows(part)).map(({ count }) => count);
  expect(counts({ span: "week", by: "chair" })).toEqual([2, 2, 2, 2, 2]);
  expect(groupsOf(columnsOf([day(MONDAY)], shows({ by: "both" }), MONDAY), shows({ by: "both" })).map(({ kind, count }) => [kind, count]))
    .toEqual([["chair", 2], ["provider", 1]]);
  expect(groupsOf(columnsOf([day(MONDAY)], EVERYTHING, MONDAY), EVERYTHING)).toEqual([]);
});

/** Numbers that look arbitrary and are the same each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * sides);
  };
}

test("laid out: each visit once in every column it belongs to, none over another, all within what is drawn", () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const roll = dice(seed);
    const visits = Array.from({ length: 40 }, (_, index) =>
      visit(`v${index}`, at(addDays(MONDAY, roll(7)), clockFrom(roll(285) * 5)), {
        minutes: 5 + roll(24) * 5, chair: ["c1", "c2", null][roll(3)] ?? null, provider: ["p1", "p2", null][roll(3)] ?? null,
      }));
    const days = week(visits).map((one) => ({
      ...one,
      columns: [...one.columns, { ...column("chair", "none"), chair: null }],
      provider_columns: [...one.provider_columns, { ...column("provider", "none"), provider: null }],
    }));
    const by = (["chair", "provider", "both"] as const)[seed % 3] ?? "chair";
    const columns = columnsOf(days, shows({ span: "week", by }), MONDAY);
    const drawn = span(days);
    const laid = lay(columns, null, () => "");
    for (const one of visits) {
      const times = laid.filter((where) => where.visits.some((placed) => placed.visit.id === one.id && placed.start.startsWith(where.day.date))).length;
      expect(times, `${seed} ${one.id}`).toBe(by === "both" ? 2 : 1);
    }
    for (const { visits: placed } of laid) {
      for (const [index, one] of placed.entries()) {
        expect(one.from >= drawn.from && one.to <= Math.max(drawn.to, one.from + 5) && one.lane < one.lanes).toBe(true);
        for (const other of placed.slice(index + 1)) {
          const over = one.from < other.to && other.from < one.to;
          expect(over && one.lane === other.lane, `${seed}: ${one.visit.id} over ${other.visit.id}`).toBe(false);
          if (over) expect(one.lanes).toBe(other.lanes);
        }
      }
    }
  }
});

test("a visit taken to another day of the week is laid there, and nowhere else", () => {
  const columns = columnsOf(week([visit("a", at(MONDAY, "09:00"))]), shows({ span: "week", by: "both" }), MONDAY);
  const place: Place = { id: "a", chair: "c2", provider: "p1", start: "2026-11-25T10:00", minutes: 45, name: "a" };
  const laid = lay(columns, place, (to) => addMinutes(to.start, to.minutes)).filter(({ visits }) => visits.length > 0);
  expect(laid.map((one) => `${one.day.date} ${one.column.name} ${one.visits[0]?.from}-${one.visits[0]?.to}`))
    .toEqual(["2026-11-25 c2 600-645", "2026-11-25 p1 600-645"]);
  expect(columns[columnOf(columns, place)]?.column.name).toBe("c2");
});

test("in another chair a visit goes to who works there, with another provider to where they work", () => {
  const one = visit("a", at(MONDAY, "09:00"));
  const monday = day(MONDAY);
  const inColumn = (kind: "chair" | "provider", of: ColumnView) => whereIn({ key: "", kind, day: monday, column: of }, one, one, at(MONDAY, "09:00"));
  const chair = { ...column("chair", "c2"), providers: [{ id: "p2", name: "p2", from: "08:00", to: "12:00" }] };
  expect(inColumn("chair", chair)).toEqual({ chair: "c2", provider: "p2" });
  expect(inColumn("chair", { ...chair, providers: [...chair.providers, { id: "p1", name: "p1", from: "08:00", to: "12:00" }] })).toEqual({ chair: "c2", provider: "p1" });
  expect(inColumn("chair", { ...chair, providers: [] })).toEqual({ chair: "c2", provider: "p1" });
  const provider = { ...column("provider", "p2"), chairs: [{ id: "c2", name: "c2", from: "08:00", to: "12:00" }] };
  expect(inColumn("provider", provider)).toEqual({ provider: "p2", chair: "c2" });
  expect(inColumn("provider", { ...provider, chairs: [] })).toEqual({ provider: "p2", chair: "c1" });
});

const place = (start: string, more: Partial<Place> = {}): Place => ({ id: "a", chair: "c2", provider: "p1", start: at(MONDAY, start), minutes: 30, name: "a", ...more });

test("s1_s2 whom a visit would clash with shows before the core is asked", () => {
  const moved = visit("a", at(MONDAY, "08:00"));
  const days = [day(MONDAY, [
    moved,
    visit("b", at(MONDAY, "10:00"), { chair: "c1", provider: "p1" }),
    visit("c", at(MONDAY, "11:00"), { chair: "c2", provider: "p2" }),
    visit("d", at(MONDAY, "09:00"), { chair: "c3", provider: "p3", patient: "a" }),
    visit("e", at(MONDAY, "08:30"), { chair: "c2", status: "missed" }),
  ])];
  const told = (where: Place): string[] => against(days, where, moved).visits.map(({ visit: other, resource }) => `${other.id} ${resource}`);
  expect(told(place("10:15"))).toEqual(["b provider"]);
  expect(told(place("10:30"))).toEqual([]);
  expect(told(place("09:30"))).toEqual([]);
  expect(told(place("10:45"))).toEqual(["c chair"]);
  expect(told(place("09:15"))).toEqual(["d patient"]);
  expect(told(place("08:30"))).toEqual([]);
  expect(told(place("08:10"))).toEqual([]);
  expect(told(place("10:15", { provider: null, chair: null }))).toEqual([]);
});

test("s2 a provider is free while an assistant is busy, by the pattern of each", () => {
  expect(busy(MONDAY, at(MONDAY, "10:00"), 30, "XX//XX")).toEqual([[600, 610], [620, 630]]);
  expect(busy(MONDAY, at(MONDAY, "10:00"), 30, "X/")).toEqual([[600, 605], [610, 630]]);
  expect(busy(MONDAY, at(MONDAY, "10:00"), 10, "/XXXX")).toEqual([[605, 610]]);
  const moved = visit("a", at(MONDAY, "08:00"), { pattern: "//XX" });
  const days = [day(MONDAY, [visit("b", at(MONDAY, "10:00"), { pattern: "XX//" })])];
  expect(against(days, place("10:00", { minutes: 20 }), moved).visits).toEqual([]);
  expect(against(days, place("09:50", { minutes: 20 }), moved).visits).toHaveLength(1);
});

test("s6 a time outside the hours shows, of the provider and of the chair", () => {
  const chair = (why: ClosedView["why"]): DayView => ({ ...day(MONDAY), columns: [column("chair", "c2", [{ from: "09:00", to: "10:00", why }])] });
  expect(against([day(MONDAY)], place("11:45"), null).closed).toBe("nobody_works");
  expect(against([day(MONDAY)], place("11:30"), null).closed).toBeNull();
  expect(against([chair("chair")], place("09:45"), null).closed).toBe("chair");
  // That nobody else works in the chair is no matter where the provider is known.
  expect(against([chair("nobody_works")], place("09:45"), null).closed).toBeNull();
  expect(against([chair("nobody_works")], place("09:45", { provider: null }), null).closed).toBe("nobody_works");
});

test("s5 a block-out keeps away whom it is not kept for, of the place it is about", () => {
  const block = (more: Partial<BlockOutView>): BlockOutView =>
    ({ id: "b", name: "Lunch", effect: "no_scheduling", kept_for: [], from: "10:00", to: "10:30", provider: null, chair: null, ...more }) as BlockOutView;
  const told = (more: Partial<BlockOutView>, where = place("10:15"), moved: AppointmentView | null = visit("a", at(MONDAY, "08:00"))) => {
    const one = day(MONDAY);
    const block_outs = [block(more)];
    const columns = one.columns.map((column) => ({ ...column, block_outs }));
    return against([{ ...one, columns, provider_columns: one.provider_columns.map((column) => ({ ...column, block_outs })) }], where, moved).blocked?.name ?? null;
  };
  expect(told({})).toBe("Lunch");
  expect(told({}, place("10:30"))).toBeNull();
  expect(told({ effect: "note" })).toBeNull();
  expect(told({ effect: "reserved", kept_for: ["Check-up"] })).toBeNull();
  expect(told({ effect: "reserved", kept_for: ["Implant"] })).toBe("Lunch");
  // Of one being written the type is not known yet.
  expect(told({ effect: "reserved", kept_for: ["Implant"] }, place("10:15"), null)).toBeNull();
  expect(told({ provider: "p1", chair: "c1" })).toBeNull();
  expect(told({ provider: "p1", chair: "c2" })).toBe("Lunch");
  expect(told({ id: "a" })).toBeNull();
});

test("a card tells its lines in their order, as many as it has room for", () => {
  const one = visit("a", at(MONDAY, "09:00"), { notes: "X-ray", alert: "Latex" });
  const text = (height: number, lines = EVERYTHING.card) => {
    const { rows, long, beside } = cardText(one, "09:00–09:30", lines, height);
    return [beside, ...rows, long].map((row) => row.replace(/[\u2068\u2069]/g, ""));
  };
  expect(text(16)).toEqual(["Check-up", ""]);
  expect(text(40)).toEqual(["Check-up", "09:00–09:30 Check-up", ""]);
  expect(text(60)).toEqual(["Check-up", "09:00–09:30 Check-up", "X-ray · Latex"]);
  expect(text(80, ["phone", "provider", "type", "alert"])).toEqual(["030 5550100", "030 5550100 · Dr Haas", "Check-up", "Latex"]);
  expect(text(60, ["note"])).toEqual(["X-ray", "X-ray"]);
});

test("what the colour tells a card tells in words too", () => {
  const lines = (part: Partial<ViewShows>, kind: "chair" | "provider" = "chair") => cardLines(shows(part), kind);
  expect(lines({ card: [], colour: "type" })).toEqual(["type"]);
  expect(lines({ card: ["time"], colour: "provider" })).toEqual(["time", "provider"]);
  expect(lines({ card: ["time"], colour: "provider" }, "provider")).toEqual(["time"]);
  expect(lines({ card: ["time"], colour: "status" })).toEqual(["time"]);
  const tints = new Map([["p1", 6]]);
  const one = visit("a", at(MONDAY, "09:00"));
  expect(tintOf(one, "type", tints)).toBe(1);
  expect(tintOf(one, "provider", tints)).toBe(6);
  const steps = (["declined", "unconfirmed", "sent", "confirmed"] as const).map((confirmation) => tintOf({ ...one, confirmation }, "status", tints));
  const going = (["arrived", "seated"] as const).map((status) => tintOf({ ...one, status }, "status", tints));
  expect(new Set([...steps, ...going]).size).toBe(6);
});

test("lines are drawn for each step that can be told from the next", () => {
  const weights = (grid: number, slot: number): string => gridLines({ from: 480, to: 540 }, grid, slot).map(({ minute, weight }) => `${minute} ${weight}`).join(", ");
  expect(weights(15, 40)).toBe("495 fine, 510 half, 525 fine, 540 hour");
  expect(weights(10, 40)).toContain("490 fine, 500 fine, 510 half");
  expect(weights(5, 40)).toBe("510 half, 540 hour");
  expect(gridLines({ from: 480, to: 540 }, 5, 60)).toHaveLength(12);
});

test("what is held pulls the page at its edges, faster the nearer", () => {
  const box = { left: 0, top: 0, right: 1000, bottom: 600 };
  const at = (clientX: number, clientY: number) => pull({ clientX, clientY }, box);
  expect(at(500, 300)).toEqual({ x: 0, y: 0 });
  expect(at(500, 590).y).toBeGreaterThan(0);
  expect(at(500, 599).y).toBeGreaterThan(at(500, 580).y);
  expect(at(5, 300).x).toBeLessThan(0);
  expect(Math.abs(at(500, 5000).y)).toBeLessThanOrEqual(14);
});

test("a page is a day, a week or a month, and turning it keeps to the calendar", () => {
  expect(rangeOf("week", "2026-11-29")).toEqual({ from: MONDAY, to: "2026-11-29" });
  expect(rangeOf("agenda", "2026-11-25")).toEqual({ from: "2026-11-25", to: "2026-12-01" });
  expect([turned("day", MONDAY, 1), turned("week", MONDAY, -1), turned("month", "2026-12-31", 2)]).toEqual(["2026-11-24", "2026-11-16", "2027-02-28"]);
  expect([addMonths("2027-01-31", 1), addMonths("2028-01-31", 1), addMonths("2026-01-15", -1)]).toEqual(["2027-02-28", "2028-02-29", "2025-12-15"]);
});

test("a list has each day with its visits by start, those that the view shows", () => {
  const days = week([visit("b", at(MONDAY, "10:00")), visit("a", at(MONDAY, "09:00"), { chair: "c2" }), visit("c", at(addDays(MONDAY, 1), "09:00"))]);
  const list = (part: Partial<ViewShows>): string[] => rowsOf(days, columnsOf(days, shows({ span: "agenda", ...part }), MONDAY)).map((row) => row.visit?.id ?? row.day.date.slice(8));
  expect(list({})).toEqual(["23", "a", "b", "24", "c", "25", "26", "27", "28", "29"]);
  expect(list({ chairs: ["c2"] })).toEqual(["23", "a", "24", "25", "26", "27", "28", "29"]);
  expect(columnsOf(days, EVERYTHING, MONDAY).some((one) => standsIn(one, { chair: "c2", provider: null }))).toBe(true);
});
