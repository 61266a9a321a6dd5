import type { MonthDay, MonthView, SavedViewView, ViewShows } from "../bindings";
import { addDays, addMonths, dateOf, weekdayOf } from "$/lib/time";
import { EVERYTHING } from "$/lib/views.svelte";
import { closureOn } from "./day";
import { refusal } from "./errors";
import type { FakeState, Handlers } from "./state";

/** Two views on keys, for looks. */
export function viewsOf(): SavedViewView[] {
  const view = (id: string, name: string, key: number, shows: Partial<ViewShows>): SavedViewView => ({
    id, name, key, shows: { ...EVERYTHING, ...shows },
  });
  return [
    view("front", "Front view", 1, { chairs: ["c1", "c2"], from: "08:00" }),
    view("week", "Week by provider", 2, { span: "week", by: "provider", colour: "provider", grid: 15 }),
  ];
}

const folded = (name: string): string => name.trim().toLowerCase();

/** Saved views and the page of a month. */
export function viewHandlers(state: FakeState): Handlers {
  return {
    "view.list": () => ({ views: state.views, last: state.lastView }),
    "view.save": ({ id, name, key, shows }) => {
      const others = state.views.filter((view) => view.id !== id);
      const wrong = (what: string, field: string) => refusal("invalid", what, "Change it, then save again.", { field });
      if (!name.trim()) throw wrong("A name is needed.", "name");
      if (others.some((view) => folded(view.name) === folded(name))) throw wrong("There is a view of that name.", "name");
      const owner = others.find((view) => key !== null && view.key === key);
      if (owner) throw wrong(`F${key} is the key of ${owner.name}.`, "key");
      const saved = { id: id ?? state.newId("view"), name: name.trim(), key, shows };
      const there = state.views.some((view) => view.id === saved.id);
      state.views = there ? state.views.map((view) => (view.id === saved.id ? saved : view)) : [...state.views, saved];
      state.tell("saved_view");
      return saved;
    },
    "view.remove": ({ id }) => {
      state.views = state.views.filter((view) => view.id !== id);
      state.tell("saved_view");
      return null;
    },
    "view.choose": (last) => {
      state.lastView = last;
      return null;
    },
    "month.get": ({ date, week_begins, by, chairs, providers }) => {
      const first = `${date.slice(0, 7)}-01`;
      const from = addDays(first, -((weekdayOf(first) - week_begins + 7) % 7));
      const last = addDays(addMonths(first, 1), -1);
      const to = addDays(last, 6 - ((weekdayOf(last) - week_begins + 7) % 7));
      const among = (ids: string[], id: string | null): boolean => ids.length === 0 || (id !== null && ids.includes(id));
      const counted = state.visits.filter((visit) => {
        const [chair, provider] = [among(chairs, visit.chair), among(providers, visit.provider)];
        const shown = by === "chair" ? chair : by === "provider" ? provider : chair || provider;
        return shown && visit.status !== "cancelled" && visit.status !== "missed";
      });
      const days: MonthDay[] = [];
      for (let day = from; day <= to; day = addDays(day, 1)) {
        const visits = counted.filter((visit) => dateOf(visit.start) === day).sort((one, other) => (one.start < other.start ? -1 : 1));
        const closed = closureOn(state.practice, day)?.name ?? null;
        days.push({
          date: day,
          closed,
          open: closed === null && weekdayOf(day) < 5,
          visits: visits.length,
          unconfirmed: visits.filter((visit) => visit.status === "scheduled" && visit.confirmation !== "confirmed").length,
          names: visits.slice(0, 12).map(({ start, patient_name, tint }) => ({ start, tint, name: patient_name.split(" ")[0] ?? "" })),
          unreadable: state.unreadable && day === dateOf(state.practice.now) ? 1 : 0,
        });
      }
      return { now: state.practice.now, first, days } satisfies MonthView;
    },
  };
}
