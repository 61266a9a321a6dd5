import type { Day, Direction } from "$/features/day/day.svelte";
import type { Move } from "$/features/day/move.svelte";
import type { Notices } from "$/features/notices/notices.svelte";
import type { Visit } from "$/features/visit/visit.svelte";
import type { App } from "$/lib/app.svelte";
import type { KeyMap } from "$/lib/keys.svelte";

interface DayActions {
  app: App;
  day: Day;
  move: Move;
  actions: Visit;
  notices: Notices;
  step: (direction: Direction) => void;
  escape: () => void;
  go: (days: number) => void;
  today: () => void;
  /** Whoever's turn it is, while no visit is selected. */
  seatNext: () => void;
  book: () => void;
  /** Blocks time. */
  block: () => void;
  bookNext: () => void;
  patient: (id: string) => void;
  commitMove: () => void;
  /** 0 fits the day into the window again. */
  zoom: (by: number) => void;
  print: () => void;
}

/** The keys of the day; those of a visit work when one is selected. */
export function dayKeys(day: DayActions): KeyMap {
  const visit = day.day.selected;
  const moving = day.move.visit !== null;
  const keys: KeyMap = {
    ArrowUp: () => day.step("up"),
    ArrowDown: () => day.step("down"),
    ArrowLeft: () => day.step("left"),
    ArrowRight: () => day.step("right"),
    Escape: day.escape,
  };
  Object.assign(keys, {
    "[": () => day.go(-1),
    "]": () => day.go(1),
    t: day.today,
  } satisfies KeyMap);
  if (moving) return { ...keys, Enter: day.commitMove };
  Object.assign(keys, {
    s: day.seatNext,
    b: day.book,
    k: day.block,
    p: day.print,
    k: () => {
      if (visit?.notice) void day.actions.told(visit);
      else day.notices.shown = day.notices.list.length > 0;
    },
    "+": () => day.zoom(6),
    "=": () => day.zoom(6),
    "-": () => day.zoom(-6),
    "0": () => day.zoom(0),
  } satisfies KeyMap);
  if (!visit) return keys;
  return {
    ...keys,
    Enter: () => day.patient(visit.patient),
    c: () => void day.actions.toggleConfirmed(visit),
    a: () => void day.actions.setStatus(visit, "arrived"),
    s: () => void day.actions.setStatus(visit, "seated"),
    d: () => void day.actions.setStatus(visit, "completed"),
    n: () => void day.actions.setStatus(visit, "missed"),
    u: () => void day.actions.stepBack(visit),
    x: () => {
      day.actions.cancelling = visit.status !== "completed" && visit.status !== "cancelled";
    },
    m: () => day.move.begin(visit),
    o: day.bookNext,
  };
}
