import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AppointmentView, DayView } from "$/api/bindings";
import { columnsOf } from "$/features/day/columns";
import { lay, type LaidColumn } from "$/features/day/layout";
import { Following, inSight, outwards, type Opening } from "$/features/day/sight.svelte";
import { EVERYTHING } from "$/lib/views.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MORNING = 9;
const EVENING = 18;
const ALL = { first: 0, last: 1 };

/** Two chairs, each with a visit in the morning and one in the evening. */
function laidOn(date: string): LaidColumn[] {
  const chairs = ["c1", "c2"];
  const visits = chairs.flatMap((chair) => [MORNING, EVENING].map((hour) => {
    const clock = String(hour).padStart(2, "0");
    return { id: `${date} ${chair} ${clock}`, start: `${date}T${clock}:00:00`, end: `${date}T${clock}:30:00`, minutes: 30, chair, provider: null } as AppointmentView;
  }));
  const columns = chairs.map((chair) => ({ chair, provider: null, name: chair, chairs: [], block_outs: [], closed: [], providers: [] }));
  const day = { date, closed: null, from: "08:00", to: "19:00", appointments: visits, unreadable: [], columns, provider_columns: [] } as unknown as DayView;
  return lay(columnsOf([day], EVERYTHING, date), null, ({ start }) => start);
}

const opening = (key: string, more: Partial<Opening> = {}): Opening => ({ key, from: 480, to: 780, wanted: null, ...more });
const shown = (follow: Following, laid: readonly LaidColumn[], open: Opening, last = 1): string[] =>
  laid.flatMap((one, index) => follow.shown(one, index <= last, open).visits.map(({ visit }) => visit.id.slice(11)));

test("which columns are in sight, all where nothing has a size and none before it is known", () => {
  expect(inSight(0, 900, 100, 56)).toEqual({ first: 0, last: 8 });
  expect(inSight(250, 900, 100, 56)).toEqual({ first: 2, last: 11 });
  expect(inSight(0, 0, 100, 56)).toEqual({ first: 0, last: 55 });
  expect(inSight(0, null, 100, 56)).toEqual({ first: 0, last: -1 });
  expect(outwards({ first: 2, last: 4 }, 8)).toEqual([1, 5, 0, 6, 7]);
});

test("a day that opens shows first what is in sight, and the rest follows", () => {
  const follow = new Following();
  const laid = laidOn("2026-11-23");
  expect(shown(follow, laid, opening("23"))).toEqual(["c1 09", "c2 09"]);
  follow.after(laid, ALL, "23");
  vi.runAllTimers();
  expect(shown(follow, laid, opening("23"))).toHaveLength(4);
});

test("a visit that is selected is drawn at once, wherever it stands", () => {
  const wanted = "2026-11-23 c2 18";
  expect(shown(new Following(), laidOn("2026-11-23"), opening("23", { wanted }))).toEqual(["c1 09", "c2 09", "c2 18"]);
});

test("what changes in a day that is shown is drawn whole at once, and another day is not", () => {
  const follow = new Following();
  follow.after(laidOn("2026-11-23"), ALL, "23");
  vi.runAllTimers();
  expect(shown(follow, laidOn("2026-11-23"), opening("23"))).toHaveLength(4);
  expect(shown(follow, laidOn("2026-11-23"), opening("23 by provider"))).toHaveLength(4);
  expect(shown(follow, laidOn("2026-11-24"), opening("24"))).toEqual(["c1 09", "c2 09"]);
});

test("columns out of sight follow too, and a day that was left meanwhile does not come back", () => {
  const follow = new Following();
  const laid = laidOn("2026-11-23");
  const stop = follow.after(laid, { first: 0, last: 0 }, "23");
  expect(shown(follow, laid, opening("23"), 0)).toEqual(["c1 09"]);
  stop();
  const next = laidOn("2026-11-24");
  follow.after(next, { first: 0, last: 0 }, "24");
  vi.runAllTimers();
  expect(shown(follow, next, opening("24"), 0)).toHaveLength(4);
  expect(follow.shown(next[1] as LaidColumn, false, opening("24")).visits.map(({ visit }) => visit.id)).toEqual(["2026-11-24 c2 09", "2026-11-24 c2 18"]);
});
