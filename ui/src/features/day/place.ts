import type { AppointmentView, ColumnView, DayView } from "$/api/bindings";
import { clockOf, dateOf, minutesOf } from "$/lib/time";
import type { GridColumn } from "./columns";

/** A chair and a provider. */
export interface Where {
  chair: string | null;
  provider: string | null;
}

/**
 * Where a visit goes that is put into a column. In another chair it goes to who works there then,
 * unless its own provider does; with another provider into the chair that their hours name then.
 */
export function whereIn(one: GridColumn, visit: AppointmentView | null, from: Where, start: string): Where {
  const { kind, column, day } = one;
  if (kind === "chair") {
    const stays = visit !== null && column.chair === visit.chair;
    return { chair: column.chair, provider: stays ? visit.provider : providerAt(column, from.provider, start) };
  }
  const stays = visit !== null && column.provider === visit.provider;
  return { provider: column.provider, chair: stays ? visit.chair : chairAt(column, day, from.chair, start) };
}

function providerAt(column: ColumnView, provider: string | null, start: string): string | null {
  const there = working(column.providers, start);
  if (there.some(({ id }) => id === provider)) return provider;
  return there.length === 1 ? (there[0]?.id ?? provider) : provider;
}

function chairAt(column: ColumnView, day: DayView, chair: string | null, start: string): string | null {
  const named = working(column.chairs, start);
  const [only] = named;
  if (only && named.length === 1) return only.id;
  if (named.length > 1 || chair !== null) return named.some(({ id }) => id === chair) ? chair : (only?.id ?? chair);
  // Nobody says where: the chair in which the provider has visits that day.
  const used = day.appointments.find((visit) => visit.provider === column.provider && visit.chair !== null);
  return used?.chair ?? null;
}

function working<One extends { from: string; to: string }>(all: readonly One[], start: string): One[] {
  const minute = minutesOf(clockOf(start));
  return all.filter(({ from, to }) => minutesOf(from) <= minute && minute < minutesOf(to));
}

/** Who else works in the chair of a place then, where its own provider does not. */
export function othersThere(view: DayView | null, { chair, provider }: Where, start: string): { id: string; name: string }[] {
  const column = view?.columns.find((one) => one.chair === chair);
  const there = column ? working(column.providers, start) : [];
  return there.some(({ id }) => id === provider) ? [] : there;
}

/** The day of a local time, if it is one of those that are shown. */
export function dayOf(days: readonly DayView[], local: string): DayView | null {
  return days.find((day) => day.date === dateOf(local)) ?? null;
}
