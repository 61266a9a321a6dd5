import type { ExceptionView, HolidayView } from "../bindings";
import { addDays } from "$/lib/time";
import { refusal } from "./errors";
import { closureOn } from "./day";
import { bookedOn, refuseOver } from "./landing";
import type { FakeState, Handlers } from "./state";

const HOLIDAYS: [string, string, string | null, boolean][] = [
  ["01-01", "New Year's Day", "Neujahr", false],
  ["01-06", "Epiphany", "Heilige Drei Könige", false],
  ["05-01", "Labor Day", "Erster Mai", false],
  ["08-15", "Assumption Day", "Mariä Himmelfahrt", true],
  ["10-03", "German Unity Day", "Tag der Deutschen Einheit", false],
  ["12-25", "Christmas Day", "Erster Weihnachtstag", false],
];

/** Hours of single dates, public holidays and types of block-outs. */
export function closingHandlers(state: FakeState): Handlers {
  return {
    "holiday.places": () => ({
      countries: [
        { code: "DE", regions: [{ code: "BE", name: "Berlin" }, { code: "BY", name: "Bayern" }] },
        { code: "IE", regions: [] },
      ],
      suggested: "IE", first_year: 2025, last_year: 2046,
    }),
    "holiday.list": ({ year }) =>
      HOLIDAYS.map(([day, name, local_name, partly]): HolidayView => {
        const date = `${year}-${day}`;
        return { date, name, local_name, partly, closed_as: closureOn(state.practice, date)?.name ?? null, visits: day === "01-06" ? 3 : 0 };
      }),
    "closure.add": ({ days, accept }) => {
      const fresh = days.filter(({ date }) => !closureOn(state.practice, date));
      refuseOver(fresh.flatMap(({ date }) => bookedOn(state, date, date)), accept);
      const closures = fresh.map(({ date, name }) => ({ id: state.newId("closure"), from: date, to: date, name }));
      state.practice = { ...state.practice, closures: [...state.practice.closures, ...closures] };
      state.tell("closure");
      return { added: fresh.length, there: days.length - fresh.length };
    },
    "hours.except": ({ of, id, from, to, hours, shifts, note, accept }) => {
      if (hours === "off") refuseOver(bookedOn(state, from, to).filter((visit) => visit[of] === id), accept);
      const days: ExceptionView[] = [];
      for (let date = from; date <= to && hours !== "usual"; date = addDays(date, 1)) days.push({ date, note, shifts: hours === "off" ? [] : shifts });
      const excepted = <One extends { id: string; exceptions: ExceptionView[] }>(all: One[]): One[] =>
        all.map((one) => (one.id === id ? { ...one, exceptions: [...one.exceptions.filter(({ date }) => date < from || date > to), ...days] } : one));
      const { practice } = state;
      state.practice = of === "provider" ? { ...practice, providers: excepted(practice.providers) } : { ...practice, chairs: excepted(practice.chairs) };
      state.tell(of);
      return state.practice;
    },
    "block_out_type.save": (input) => {
      if (!input.name.trim()) throw refusal("invalid", "A name is missing.", "Write a name.", { field: "name" });
      const { practice } = state;
      const saved = { ...input, id: input.id ?? state.newId("kind") };
      const there = practice.block_out_types.some((one) => one.id === saved.id);
      const block_out_types = there ? practice.block_out_types.map((one) => (one.id === saved.id ? saved : one)) : [...practice.block_out_types, saved];
      state.practice = { ...practice, block_out_types };
      state.tell("block_out_type");
      return state.practice;
    },
  };
}
