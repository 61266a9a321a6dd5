import { addDays, isDate, weekdayOf } from "./time";
import { locale } from "./text";

const pad = (value: number | string): string => String(value).padStart(2, "0");

/** `9`, `930`, `9:30`, `9.30`, `9h30`, `9am`, `2:30 pm`, `2p` as `09:30`; null when it is no time of day. */
export function parseClock(text: string): string | null {
  const match = /^(\d{1,2})(?:\s*[:.h]\s*(\d{2})|[\s]?(\d{2}))?\s*(?:(a|p)\.?\s?m?\.?|h|uhr)?$/i.exec(text.trim());
  if (!match) return null;
  let hours = Number(match[1]);
  const minutes = Number(match[2] ?? match[3] ?? 0);
  const half = match[4]?.toLowerCase();
  if (half === "a" && hours > 12) return null;
  if (half === "p" && hours < 12) hours += 12;
  if (half === "a" && hours === 12) hours = 0;
  if (hours > 24 || minutes > 59 || (hours === 24 && minutes > 0)) return null;
  return `${pad(hours)}:${pad(minutes)}`;
}

interface Habits {
  /** The order of day, month and year that the region writes. */
  order: string[];
  /** Names of months, in the region's language and in English, January first. */
  months: string[][];
  /** What the days around today are called, such as tomorrow, and how far they are. */
  near: Map<string, number>;
}

let kept: { locale: string; habits: Habits } | null = null;
function habits(): Habits {
  if (kept?.locale !== locale) kept = { locale, habits: habitsOf(locale) };
  return kept.habits;
}

function habitsOf(tag: string): Habits {
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  return {
    order: new Intl.DateTimeFormat(tag)
      .formatToParts(new Date(Date.UTC(2000, 10, 22)))
      .map((part) => part.type as string)
      .filter((type) => type === "day" || type === "month" || type === "year"),
    months: [monthNames(tag, "long"), monthNames(tag, "short"), monthNames("en", "long")],
    near: new Map([-2, -1, 0, 1, 2].map((days) => [relative.format(days, "day").toLowerCase(), days])),
  };
}

function monthNames(tag: string, style: "long" | "short"): string[] {
  const format = new Intl.DateTimeFormat(tag, { month: style, timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2000, month, 1)).toLowerCase().replace(/\.$/, ""));
}

function monthOf(word: string): number | null {
  const wanted = word.toLowerCase().replace(/\.$/, "");
  if (wanted.length < 3) return null;
  for (const names of habits().months) {
    const month = names.findIndex((name) => name.startsWith(wanted));
    if (month >= 0) return month + 1;
  }
  return null;
}

/**
 * A date as people write it: `2026-11-23`, `23/11/2026` in the region's order, `23 nov`, `nov 23 2026`,
 * `today`, `+3`. A missing year is the one nearest to `today`; of a birth date the past one.
 */
export function parseDate(text: string, today: string, past = false): string | null {
  const wanted = text.trim().toLowerCase();
  if (isDate(wanted)) return wanted;
  const near = habits().near.get(wanted);
  if (near !== undefined) return addDays(today, near);
  const offset = /^([+-]\d{1,4})$/.exec(wanted);
  if (offset) return addDays(today, Number(offset[1]));
  const parts = wanted.split(/[\s./,-]+/).filter(Boolean);
  if (parts.length < 2 || parts.length > 3) return null;
  const named = parts.findIndex((part) => /^\p{L}/u.test(part));
  const fields: { day?: number; month?: number; year?: number } = {};
  if (named >= 0) {
    const month = monthOf(parts[named] ?? "");
    if (!month) return null;
    const numbers = parts.filter((_, index) => index !== named);
    if (!numbers.every((part) => /^\d{1,4}$/.test(part))) return null;
    fields.month = month;
    fields.day = Number(numbers[0]);
    if (numbers[1]) fields.year = yearOf(numbers[1], today, past);
  } else {
    if (!parts.every((part) => /^\d{1,4}$/.test(part))) return null;
    const names = parts[0]?.length === 4 ? ["year", "month", "day"] : habits().order;
    const used = parts.length === 2 ? names.filter((name) => name !== "year") : names;
    used.forEach((name, index) => {
      const part = parts[index] ?? "";
      fields[name as "day"] = name === "year" ? yearOf(part, today, past) : Number(part);
    });
  }
  if (fields.year !== undefined) return whole(fields.year, fields.month, fields.day);
  return nearest(fields.month, fields.day, today);
}

function yearOf(text: string, today: string, past: boolean): number {
  if (text.length > 2) return Number(text);
  const century = Number(today.slice(0, 2)) * 100;
  const year = century + Number(text);
  return past && year > Number(today.slice(0, 4)) ? year - 100 : year;
}

function whole(year?: number, month?: number, day?: number): string | null {
  const date = `${String(year).padStart(4, "0")}-${pad(month ?? 0)}-${pad(day ?? 0)}`;
  return isDate(date) ? date : null;
}

function nearest(month: number | undefined, day: number | undefined, today: string): string | null {
  const year = Number(today.slice(0, 4));
  const distance = (date: string): number => Math.abs(Date.parse(date) - Date.parse(today));
  const candidates = [year, year + 1, year - 1]
    .map((candidate) => whole(candidate, month, day))
    .filter((date) => date !== null);
  return candidates.sort((one, other) => distance(one) - distance(other))[0] ?? null;
}

/** The date of the next weekday that starts with this word, today included. */
export function parseWeekday(text: string, today: string): string | null {
  const wanted = text.trim().toLowerCase();
  if (wanted.length < 3) return null;
  for (let days = 0; days < 7; days += 1) {
    const date = addDays(today, days);
    const name = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" })
      .format(Date.parse(`${date}T00:00Z`))
      .toLowerCase();
    if (name.startsWith(wanted) && weekdayOf(date) >= 0) return date;
  }
  return null;
}
