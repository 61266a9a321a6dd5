import type { AppointmentView, ColumnView, DayView, ViewShows } from "$/api/bindings";
import { minutesOf } from "$/lib/time";

/** A column of the schedule: a chair or a provider on one day. */
export interface GridColumn {
  /** The same for the same chair or provider on the same weekday, so that columns are kept from week to week. */
  key: string;
  kind: "chair" | "provider";
  day: DayView;
  column: ColumnView;
}

const DAY_MINUTES = 1440;

/** Whether a visit stands in a column. */
export function standsIn(
  { kind, column }: GridColumn,
  visit: { chair: string | null; provider: string | null },
): boolean {
  return kind === "chair" ? visit.chair === column.chair : visit.provider === column.provider;
}

/**
 * The columns of the days that are shown: chairs, providers or both. In a week what is closed all
 * day and holds nothing is left out, as whole days are; the date that was asked for is always there.
 */
export function columnsOf(days: readonly DayView[], shows: ViewShows, anchor: string): GridColumn[] {
  const week = shows.span === "week";
  const all = days.map((day, index) => ofDay(day, index, shows));
  const shown = week
    ? all.map((columns) => {
        const used = columns.filter(isUsed);
        return used.length > 0 ? used : keepsDay(columns, anchor) ? columns.slice(0, 1) : [];
      })
    : all;
  return shown.flat();
}

/** A day on which nobody works is worth a column when it was asked for, or is closed by name. */
function keepsDay(columns: readonly GridColumn[], anchor: string): boolean {
  const day = columns[0]?.day;
  return day !== undefined && (day.date === anchor || day.closed !== null);
}

function ofDay(day: DayView, index: number, { by, chairs, providers }: ViewShows): GridColumn[] {
  const of = (kind: GridColumn["kind"], columns: readonly ColumnView[]): GridColumn[] =>
    columns.map((column) => ({ key: `${index} ${kind} ${column[kind] ?? ""}`, kind, day, column }));
  const byChair = by === "provider" ? [] : of("chair", chosen(day.columns, "chair", chairs));
  if (by === "chair") return byChair;
  const asked = chosen(day.provider_columns, "provider", providers);
  const byProvider = of("provider", asked);
  // Of all providers those who are off need no column; one who was asked for by name keeps theirs.
  const here = asked === day.provider_columns ? byProvider.filter(isUsed) : byProvider;
  const some = here.length > 0 || byChair.length > 0 ? here : byProvider;
  return [...byChair, ...some];
}

/** Those that were chosen; all of them when none was, or none of those is there any more. */
function chosen(columns: ColumnView[], kind: GridColumn["kind"], ids: readonly string[]): ColumnView[] {
  if (ids.length === 0) return columns;
  const found = columns.filter((column) => column[kind] !== null && ids.includes(column[kind]));
  return found.length > 0 ? found : columns;
}

function isUsed(one: GridColumn): boolean {
  return !isShut(one.column) || one.day.appointments.some((visit) => standsIn(one, visit));
}

/** Closed from midnight to midnight; stretches never overlap. */
export function isShut(column: ColumnView): boolean {
  const closed = column.closed.reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0);
  return closed >= DAY_MINUTES;
}

/** Columns that belong together under one head: a day of a week, or the chairs and the providers. */
export interface HeadGroup {
  date: string;
  kind: GridColumn["kind"];
  count: number;
}

/** The groups of a week or of a day by both; none where the heads of the columns tell all. */
export function groupsOf(columns: readonly GridColumn[], { span, by }: ViewShows): HeadGroup[] {
  if (span !== "week" && by !== "both") return [];
  const groups: HeadGroup[] = [];
  for (const { day, kind } of columns) {
    const last = groups[groups.length - 1];
    const same = last?.date === day.date && (span === "week" || last.kind === kind);
    if (last && same) last.count += 1;
    else groups.push({ date: day.date, kind, count: 1 });
  }
  return groups;
}

/** Whether the next column belongs to another group: a stronger line parts them. */
export function endsGroup(columns: readonly GridColumn[], index: number): boolean {
  const [one, next] = [columns[index], columns[index + 1]];
  if (!one || !next) return false;
  return one.day.date !== next.day.date || one.kind !== next.kind;
}

/** Visits of the columns in the order of a list: by start, then by name. */
export function inOrder(visits: readonly AppointmentView[]): AppointmentView[] {
  return [...visits].sort(
    (one, other) => compare(one.start, other.start) || compare(one.chair_name, other.chair_name) || compare(one.id, other.id),
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The visits of a day that its columns show, each once. */
export function shownOn(day: DayView, columns: readonly GridColumn[]): AppointmentView[] {
  const here = columns.filter((one) => one.day === day);
  return inOrder(day.appointments.filter((visit) => here.some((one) => standsIn(one, visit))));
}
