import { locale, twelve } from "./text";
import { clockOf, dateOf, minutesOf } from "./time";

/** A formatter of the language that is spoken now; it is dear to make, so it is kept until another is. */
export function inLocale<Format>(make: (locale: string) => Format): () => Format {
  let made: { locale: string; format: Format } | null = null;
  return () => {
    if (made?.locale !== locale) made = { locale, format: make(locale) };
    return made.format;
  };
}

const formatter = (options: Intl.DateTimeFormatOptions): ((date: string) => string) => {
  const format = inLocale((tag) => new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" }));
  return (date) => format().format(Date.parse(`${dateOf(date)}T00:00Z`));
};

/** Monday 23 November */
export const weekdayDate = formatter({ weekday: "long", day: "numeric", month: "long" });
/** Mon 23 Nov 2026 */
export const shortWeekdayDate = formatter({
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
});
/** 23 November 2026 */
export const longDate = formatter({ day: "numeric", month: "long", year: "numeric" });
/** 23 Nov 2026 */
export const mediumDate = formatter({ day: "numeric", month: "short", year: "numeric" });
/** 23 Nov */
export const dayMonth = formatter({ day: "numeric", month: "short" });
/** Mon 23 Nov */
export const weekdayDayMonth = formatter({ weekday: "short", day: "numeric", month: "short" });
/** 23/11/2026 */
export const numericDate = formatter({ day: "2-digit", month: "2-digit", year: "numeric" });
/** Mon */
export const shortWeekday = formatter({ weekday: "short" });
/** November 2026 */
export const monthYear = formatter({ month: "long", year: "numeric" });
/** Monday */
export const weekdayName = formatter({ weekday: "long" });

const stretches = inLocale((tag) => new Intl.DateTimeFormat(tag, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }));
/** 16–22 November 2026 */
export const stretch = (from: string, to: string): string =>
  stretches().formatRange(Date.parse(`${dateOf(from)}T00:00Z`), Date.parse(`${dateOf(to)}T00:00Z`));

const numbers = inLocale((tag) => new Intl.NumberFormat(tag));
export const count = (value: number): string => numbers().format(value);

const instants = inLocale((tag) => new Intl.DateTimeFormat(tag, { dateStyle: "medium" }));
/** An instant in UTC as this machine's local time. */
export function instant(utc: string): string {
  const time = Date.parse(utc);
  if (Number.isNaN(time)) return utc;
  const at = new Date(time);
  const pad = (value: number): string => String(value).padStart(2, "0");
  return `${instants().format(at)}, ${clock(`${pad(at.getHours())}:${pad(at.getMinutes())}`)}`;
}

const clocks = (cycle: "h12" | "h23") =>
  inLocale((tag) => new Intl.DateTimeFormat(tag, {
    hour: cycle === "h12" ? "numeric" : "2-digit", minute: "2-digit", hourCycle: cycle, timeZone: "UTC",
  }));
const twelveHours = clocks("h12");
const twentyFourHours = clocks("h23");

/** The parts of a time of day as the person reads it; a day that ends at `24:00` ends so. */
function parts(time: string): Intl.DateTimeFormatPart[] {
  const minutes = minutesOf(time);
  const made = (twelve ? twelveHours() : twentyFourHours()).formatToParts(minutes * 60_000);
  if (twelve || minutes !== 1440) return made;
  return made.map((part) => (part.type === "hour" ? { ...part, value: "24" } : part));
}

const isMark = (part: Intl.DateTimeFormatPart | undefined): boolean => part?.type === "dayPeriod";
const join = (some: Intl.DateTimeFormatPart[]): string => some.map(({ value }) => value).join("");

/** Without AM or PM and the gap beside it. */
function bare(some: Intl.DateTimeFormatPart[]): string {
  return join(some.filter((part, index) =>
    !isMark(part) && !(part.type === "literal" && (isMark(some[index + 1]) || isMark(some[index - 1]))),
  ));
}

let shown = { key: "", clocks: new Map<string, string>() };
/** A time of day, `14:30`, as 14:30 or 2:30 PM; what is none stays as it is. */
export function clock(time: string): string {
  if (!/^\d\d:\d\d$/.test(time)) return time;
  const key = `${locale} ${twelve}`;
  if (shown.key !== key) shown = { key, clocks: new Map() };
  const known = shown.clocks.get(time);
  if (known !== undefined) return known;
  const text = join(parts(time));
  shown.clocks.set(time, text);
  return text;
}

/** The time of day of `2026-11-23T14:30`. */
export const timeOf = (local: string): string => clock(clockOf(local));

/** Two times of day; where both are of the same half of the day, that is said once. */
export function clockRange(from: string, to: string): string {
  const [first, last] = [parts(from), parts(to)];
  const half = (some: Intl.DateTimeFormatPart[]): string | undefined => some.find(isMark)?.value;
  const same = half(first) !== undefined && half(first) === half(last) && isMark(first.at(-1));
  return `${same ? bare(first) : clock(from)}–${clock(to)}`;
}

/** From when to when, of two local times. */
export const timeRange = (start: string, end: string): string => clockRange(clockOf(start), clockOf(end));

/** Beside the grid there is room for 14:30 or 2:30 only. */
export const bareClock = (time: string): string => bare(parts(time));

const fullHours = inLocale((tag) => new Intl.DateTimeFormat(tag, { hour: "numeric", hourCycle: "h12", timeZone: "UTC" }));
/** A full hour beside the grid: 14:00 or 2 PM. */
export const hourLabel = (time: string): string =>
  twelve ? fullHours().format(minutesOf(time) * 60_000) : clock(time);

interface WeekInfo {
  firstDay: number;
}
type WithWeek = Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };
const weekInfo = inLocale((tag) => {
  const known = new Intl.Locale(tag) as WithWeek;
  return known.getWeekInfo?.() ?? known.weekInfo ?? { firstDay: 1 };
});
/** The day that weeks begin with in the region; 0 is Monday. */
export const firstWeekday = (): number => (weekInfo().firstDay + 6) % 7;

/** The days of a week in the region's order; 0 is Monday. */
export const weekdays = (): number[] => Array.from({ length: 7 }, (_, index) => (firstWeekday() + index) % 7);

/** Two letters of a name that many scripts can give. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return picked.map((word) => [...(word ?? "")][0] ?? "").join("").toUpperCase();
}

const unit = (name: string): (() => Intl.NumberFormat) =>
  inLocale((tag) => new Intl.NumberFormat(tag, { style: "unit", unit: name, unitDisplay: "long" }));
const [inMinutes, inHours, inDays] = [unit("minute"), unit("hour"), unit("day")] as const;
/** A length in the largest unit that says it well: "50 minutes", "3 hours", "2 days". */
export function span(minutes: number): string {
  if (minutes < 90) return inMinutes().format(minutes);
  return minutes < 48 * 60 ? inHours().format(Math.floor(minutes / 60)) : inDays().format(Math.floor(minutes / 1440));
}
