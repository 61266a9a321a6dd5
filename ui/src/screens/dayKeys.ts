import type { Day, Direction } from "$/features/day/day.svelte";
import type { Move } from "$/features/day/move.svelte";
import type { Visit } from "$/features/visit/visit.svelte";
import type { WireSpan } from "$/api/bindings";
import type { App } from "$/lib/app.svelte";
import type { KeyMap } from "$/lib/keys.svelte";

interface DayActions {
  app: App;
  day: Day;
  move: Move;
  actions: Visit;
  step: (direction: Direction) => void;
  escape: () => void;
  /** Days, weeks or months on, as they are shown. */
  turn: (pages: number) => void;
  look: (span: WireSpan) => void;
  /** The saved view on F1 to F12. */
  saved: (key: number) => void;
  /** Opens and closes the panel of the views. */
  watch: () => void;
  /** Opens the day that the keys are on; null where Enter does something else. */
  open: (() => void) | null;
  today: () => void;
  /** Whoever's turn it is, while no visit is selected. */
  seatNext: () => void;
  book: () => void;
  /** Blocks time. */
  block: () => void;
  /** The block-out that is on its way, and what its keys do. */
  shifting: { commit: () => void; stretch: (steps: number) => void } | null;
  /** Takes up the block-out that is selected. */
  shift: () => void;
  bookNext: () => void;
  /** Shows who could take what was freed, or the next gap. */
  fill: () => void;
  /** Puts the selected visit on the ASAP list, or takes it off. */
  asap: () => void;
  patient: (id: string) => void;
  commitMove: () => void;
  /** 0 fits the day into the window again. */
  zoom: (by: number) => void;
  print: () => void;
  /** A card or letter of the selected visit's patient. */
  printFor: (what: "card" | "letter") => void;
}

const FUNCTION_KEYS = Array.from({ length: 12 }, (_, index) => index + 1);

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
    "[": () => day.turn(-1),
    "]": () => day.turn(1),
    t: day.today,
    "1": () => day.look("day"),
    "2": () => day.look("week"),
    "3": () => day.look("month"),
    "4": () => day.look("agenda"),
    ...Object.fromEntries(FUNCTION_KEYS.map((key) => [`F${key}`, () => day.saved(key)])),
  } satisfies KeyMap);
  if (moving) {
    const by = day.app.views.shows.grid;
    const [longer, shorter] = [() => day.move.stretch(by), () => day.move.stretch(-by)];
    return { ...keys, Enter: day.commitMove, "+": longer, "=": longer, "-": shorter };
  }
  const { shifting } = day;
  if (shifting) {
    const [longer, shorter] = [() => shifting.stretch(1), () => shifting.stretch(-1)];
    return { ...keys, Enter: shifting.commit, "+": longer, "=": longer, "-": shorter };
  }
  Object.assign(keys, {
    s: day.seatNext,
    b: day.book,
    f: day.fill,
    v: day.watch,
    ...(day.open ? { Enter: day.open } : {}),
    p: day.print,
    m: day.shift,
    k: () => {
      if (visit?.notice) void day.actions.told(visit);
      else day.block();
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
    y: () => day.move.begin(visit, true),
    r: () => {
      if (visit.status !== "completed" && visit.status !== "missed") day.app.pinboard.pin(visit);
    },
    o: day.bookNext,
    q: day.asap,
    h: () => day.printFor("card"),
    j: () => day.printFor("letter"),
  };
}
