import type { ExceptHours, ExceptionView, HoursOf, PracticeView, ShiftView } from "$/api/bindings";
import { addDays } from "$/lib/time";

/** Days in a row on which one provider or chair has the same hours of their own. */
export interface Stretch {
  of: HoursOf;
  id: string;
  name: string;
  from: string;
  to: string;
  shifts: ShiftView[];
  note: string;
}

const alike = (one: ExceptionView, other: Stretch): boolean =>
  one.note === other.note && JSON.stringify(one.shifts) === JSON.stringify(other.shifts);

/** Weekend days between two of a kind do not part them: they were off anyway. */
const LONGEST_GAP = 3;

function stretches(of: HoursOf, owner: { id: string; name: string; exceptions: ExceptionView[] }): Stretch[] {
  const found: Stretch[] = [];
  for (const exception of owner.exceptions) {
    const last = found[found.length - 1];
    if (last && alike(exception, last) && exception.date <= addDays(last.to, LONGEST_GAP)) last.to = exception.date;
    else found.push({ of, id: owner.id, name: owner.name, from: exception.date, to: exception.date, shifts: exception.shifts, note: exception.note });
  }
  return found;
}

/** Those that are not past, of everybody, by their first day. */
export function stretchesOf(practice: PracticeView, today: string): Stretch[] {
  return [
    ...practice.providers.flatMap((one) => stretches("provider", one)),
    ...practice.chairs.flatMap((one) => stretches("chair", one)),
  ].filter((one) => one.to >= today).sort((one, other) => (one.from < other.from ? -1 : 1));
}

/** The usual hours again. */
export function usualAgain(stretch: Stretch): ExceptHours {
  const { of, id, from, to } = stretch;
  return { of, id, from, to, hours: "usual", shifts: [], note: "", accept: true };
}
