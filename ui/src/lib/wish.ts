import type { PracticeView, WishView } from "$/api/bindings";
import { clock, clockRange, mediumDate, shortWeekday } from "./format";
import { t } from "./text";
import { addDays } from "./time";

/** The wish of somebody to whom nothing matters. */
export const noWish = (): WishView => ({
  weekdays: [], from: null, to: null, providers: [], chairs: [], first_day: null, last_day: null,
});

const MONDAY = "2026-11-23";
/** Mon to Sun, as the desk's language shortens them. */
export const weekdayNames = (): string[] => [0, 1, 2, 3, 4, 5, 6].map((day) => shortWeekday(addDays(MONDAY, day)));

/** "Tue, Thu · after 16:00 · Dr X"; empty when nothing is wished for. */
export function wishText(wish: WishView, practice: Pick<PracticeView, "providers" | "chairs">): string {
  const names = weekdayNames();
  const named = (ids: string[], all: { id: string; name: string }[]): string =>
    ids.map((id) => all.find((one) => one.id === id)?.name ?? "?").join(", ");
  const { from, to, first_day: first, last_day: last } = wish;
  return [
    wish.weekdays.map((day) => names[day] ?? "").join(", "),
    from && to ? clockRange(from, to) : from ? t("wish-after", { time: clock(from) }) : to ? t("wish-before", { time: clock(to) }) : "",
    named(wish.providers, practice.providers),
    named(wish.chairs, practice.chairs),
    first ? t("wish-since", { date: mediumDate(first) }) : "",
    last ? t("wish-until", { date: mediumDate(last) }) : "",
  ].filter(Boolean).join(" · ");
}
