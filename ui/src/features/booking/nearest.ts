import type { OpeningView } from "$/api/bindings";
import { minutesBetween } from "$/lib/time";

/** So many of the openings that lie nearest to a time, by their start. */
export function nearest(openings: readonly OpeningView[], start: string, count: number): OpeningView[] {
  const distance = (one: OpeningView): number => Math.abs(minutesBetween(start, one.start));
  return [...openings]
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, count)
    .sort((one, other) => (one.start < other.start ? -1 : 1));
}
