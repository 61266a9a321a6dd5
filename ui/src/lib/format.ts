import { locale } from "./text";
import { dateOf } from "./time";

const formatter = (options: Intl.DateTimeFormatOptions): ((date: string) => string) => {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  return (date) => format.format(Date.parse(`${dateOf(date)}T00:00Z`));
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
/** Monday */
export const weekdayName = formatter({ weekday: "long" });

const numbers = new Intl.NumberFormat(locale);
export const count = (value: number): string => numbers.format(value);

const instants = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
/** An instant in UTC as this machine's local time. */
export function instant(utc: string): string {
  const time = Date.parse(utc);
  return Number.isNaN(time) ? utc : instants.format(time);
}

/** Two letters of a name that many scripts can give. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return picked.map((word) => [...(word ?? "")][0] ?? "").join("").toUpperCase();
}
