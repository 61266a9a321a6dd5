import type { AppointmentView, BookAppointment, PlacedVisit, PlacedVisits, SeriesPlan } from "../bindings";
import { toWireError } from "../error";
import { addDays, addMinutes, at, clockOf, dateOf } from "$/lib/time";
import { noWish } from "$/lib/wish";
import { openingsOf } from "./day";
import type { FakeState, Handlers } from "./state";

function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

function datesOf(first: string, plan: SeriesPlan): string[] {
  if (plan.kind === "chosen") return [...new Set([first, ...plan.dates])].sort();
  const step = (number: number): string =>
    plan.unit === "months" ? monthsLater(first, number * plan.every) : addDays(first, number * plan.every * (plan.unit === "weeks" ? 7 : 1));
  const found: string[] = [];
  for (let number = 0; number < (plan.count ?? 200); number += 1) {
    const date = step(number);
    if (plan.until && date > plan.until) break;
    found.push(date);
  }
  return found;
}

/** Several visits at once over the practice in memory. */
export function seriesHandlers(state: FakeState, one: Handlers): Handlers {
  const place = (wanted: BookAppointment): PlacedVisit => {
    const blank = {
      patient: wanted.patient, start: wanted.start, second_pass: false, minutes: wanted.minutes ?? 30,
      provider: wanted.provider, chair: wanted.chair, appointment: null, refused: null, near: [],
    };
    try {
      const visit = one["appointment.book"]?.(wanted);
      return { ...blank, appointment: visit ?? null };
    } catch (thrown) {
      const day = dateOf(wanted.start);
      const near = openingsOf(state.practice, state.visits, {
        minutes: blank.minutes, kind: null, patient: null, every: true, limit: 3,
        wish: { ...noWish(), providers: wanted.provider ? [wanted.provider] : [], first_day: day, last_day: addDays(day, 3) },
      });
      return { ...blank, refused: toWireError(thrown), near };
    }
  };
  const all = (wanted: BookAppointment[], rest: boolean, onlyAsk: boolean, series: string | null): PlacedVisits => {
    const before = state.visits;
    const visits = wanted.map(place);
    const refused = visits.filter((visit) => visit.refused).length;
    const kept = !onlyAsk && refused < visits.length && (rest || refused === 0);
    if (!kept) state.visits = before;
    else state.visits = state.visits.map((visit) => (before.includes(visit) ? visit : { ...visit, series }));
    state.tell("appointment");
    return {
      kept,
      visits: visits.map((visit) => ({
        ...visit, appointment: kept && visit.appointment ? { ...visit.appointment, series } : null,
      })),
    };
  };
  const following = (id: string): AppointmentView[] => {
    const here = state.visits.find((visit) => visit.id === id);
    return state.visits
      .filter((visit) => here?.series && visit.series === here.series && visit.start >= here.start && visit.status === "scheduled")
      .sort((one, other) => (one.start < other.start ? -1 : 1));
  };
  return {
    "series.book": ({ visit, plan, instead, rest, only_ask }) => {
      const wanted = datesOf(dateOf(visit.start), plan).flatMap((date) => {
        const other = instead.find((one) => one.date === date);
        if (other) return other.place ? [{ ...visit, ...other.place }] : [];
        return [{ ...visit, start: at(date, clockOf(visit.start)) }];
      });
      return all(wanted, rest, only_ask, state.newId("series"));
    },
    "series.list": ({ id }) => {
      const here = state.visits.find((visit) => visit.id === id);
      return state.visits.filter((visit) => here?.series && visit.series === here.series)
        .sort((one, other) => (one.start < other.start ? -1 : 1));
    },
    "series.cancel": ({ visit }) =>
      following(visit.id).flatMap(({ id }) => one["appointment.cancel"]?.({ ...visit, id }) ?? []),
    "family.openings": ({ members, from, to, together, limit }) => {
      const lengths = members.map((one) => one.minutes ?? state.practice.types.find((type) => type.id === one.kind)?.minutes ?? 30);
      const longest = together === "in_turn" ? lengths.reduce((sum, one) => sum + one, 0) : Math.max(...lengths);
      const gaps = openingsOf(state.practice, state.visits, {
        minutes: longest, kind: null, patient: null, every: true, limit: 200,
        wish: { ...noWish(), first_day: from, last_day: to },
      });
      const found = gaps.flatMap((gap) => {
        if (together === "in_turn") {
          let start = gap.start;
          return [{ places: lengths.map((minutes) => {
            const place = { ...gap, start, minutes };
            start = addMinutes(start, minutes);
            return place;
          }) }];
        }
        const same = gaps.filter((one) => one.start === gap.start);
        const seats = same.filter((one, index) =>
          same.findIndex((other) => other.provider === one.provider || other.chair === one.chair) === index);
        if (seats[0] !== gap || seats.length < lengths.length) return [];
        return [{ places: lengths.map((minutes, index) => ({ ...(seats[index] ?? gap), minutes })) }];
      });
      return found.slice(0, limit);
    },
    "family.book": ({ visits }) => all(visits, false, false, null),
  };
}
