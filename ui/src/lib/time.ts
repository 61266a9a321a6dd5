/**
 * Wall-clock arithmetic on the strings that cross the border: dates `2026-11-23`, local times
 * `2026-11-23T09:00`, times of day `08:30`. They belong to the practice's zone, so no machine's
 * zone may touch them: dates are counted in UTC, where every day has 24 hours.
 */
const DAY = 86_400_000;

const utc = (date: string): number => Date.parse(`${date}T00:00Z`);
const pad = (value: number): string => String(value).padStart(2, "0");

export const dateOf = (local: string): string => local.slice(0, 10);
export const clockOf = (local: string): string => local.slice(11, 16);
export const at = (date: string, clock: string): string => `${date}T${clock}`;

export function addDays(date: string, days: number): string {
  return new Date(utc(date) + days * DAY).toISOString().slice(0, 10);
}

/** The same day of another month, or its last one: 31 January and a month is 28 or 29 February. */
export function addMonths(date: string, months: number): string {
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / DAY);
}

/** 0 is Monday. */
export function weekdayOf(date: string): number {
  return (new Date(utc(date)).getUTCDay() + 6) % 7;
}

/** Minutes since midnight; `24:00` is 1440. */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

export function clockFrom(minutes: number): string {
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** May cross midnight. */
export function addMinutes(local: string, minutes: number): string {
  const sum = minutesOf(clockOf(local)) + minutes;
  const days = Math.floor(sum / 1440);
  return at(addDays(dateOf(local), days), clockFrom(sum - days * 1440));
}

export function minutesBetween(from: string, to: string): number {
  return (
    daysBetween(dateOf(from), dateOf(to)) * 1440 + minutesOf(clockOf(to)) - minutesOf(clockOf(from))
  );
}

/** ISO 8601 week number. */
export function weekOf(date: string): number {
  const thursday = addDays(date, 3 - weekdayOf(date));
  const first = `${thursday.slice(0, 4)}-01-01`;
  return Math.floor(daysBetween(first, thursday) / 7) + 1;
}

export function ageOn(birth: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birth.slice(0, 4));
  return date.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** Whether the date is one of the calendar's. */
export function isDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const parsed = new Date(`${date}T00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}
