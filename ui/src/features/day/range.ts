import type { WireSpan } from "$/api/bindings";
import { firstWeekday } from "$/lib/format";
import { addDays, addMonths, weekdayOf } from "$/lib/time";

export interface Range {
  from: string;
  to: string;
}

const WEEK = 7;

/** The days that are read to show a date: a month is a page of its own, and beside it is one day. */
export function rangeOf(span: WireSpan, date: string): Range {
  if (date === "") return { from: "", to: "" };
  if (span === "week") {
    const from = addDays(date, -((weekdayOf(date) - firstWeekday() + WEEK) % WEEK));
    return { from, to: addDays(from, WEEK - 1) };
  }
  return span === "agenda" ? { from: date, to: addDays(date, WEEK - 1) } : { from: date, to: date };
}

/** One page of a span on or back. */
export function turned(span: WireSpan, date: string, pages: number): string {
  if (span === "day") return addDays(date, pages);
  return span === "month" ? addMonths(date, pages) : addDays(date, WEEK * pages);
}
