import { KINDS } from "$/features/print/kinds";
import type { Route } from "$/lib/router.svelte";
import { t } from "$/lib/text";

/** Keys that do the same, in the words of `useKeys`, and what that is. */
interface KeyLine {
  keys: readonly string[];
  label: string;
}

/** The keys of a screen; of all of them where no screen is named. */
export interface KeyGroup {
  title: string;
  screen: Route["screen"] | null;
  lines: readonly KeyLine[];
}

const line = (keys: string, label: string): KeyLine => ({ keys: keys.split(" "), label });
const UP_DOWN = "ArrowUp ArrowDown";
const numbered = (from: number, to: number, before = ""): string =>
  Array.from({ length: to - from + 1 }, (_, index) => `${before}${from + index}`).join(" ");

const everywhere = (): KeyLine[] => [
  line("Ctrl+k", t("keys-search")), line("Ctrl+z", t("action-undo")), line("Ctrl+y Ctrl+Shift+z", t("action-redo")),
  line("Ctrl+l", t("rail-lock")), line("g", t("rail-day")), line("w", t("board-title")), line("e", t("end-title")),
  line("l", t("rail-lists")), line("i", t("rail-patients")), line("Escape", t("keys-escape")), line("?", t("keys-title")),
];

const ofDay = (): KeyLine[] => [
  line("t", t("day-today")), line("[ ]", t("keys-days")), line("b", t("booking-title")), line("k", t("block-out-key")), line("m", t("keys-move-block")),
  line("p", t("action-print")), line("s", t("keys-seat-next")), line("ArrowUp ArrowDown ArrowLeft ArrowRight", t("keys-arrows")),
  line("+ = - 0", t("keys-zoom")), line(numbered(1, 4), t("keys-spans")), line(numbered(1, 12, "F"), t("keys-views")),
  line("v", t("views-title")), line("f", t("keys-fill")),
];

const flow = (): KeyLine[] => [
  line("c", t("action-confirmed")), line("a", t("action-arrived")), line("s", t("action-seated")), line("d", t("action-completed")),
  line("n", t("action-missed")), line("u", t("action-step-back")),
];

const ofVisit = (): KeyLine[] => [
  ...flow(), line("m", t("keys-move")), line("y", t("action-copy")), line("r", t("action-pin")), line("x", t("action-cancel-visit")),
  line("k", t("notice-told")), line("q", t("asap-put-on")), line("o", t("booking-openings")), line("h", t("print-card")),
  line("j", t("print-letter-to")), line("Enter", t("action-open-patient")),
];

const ofLists = (): KeyLine[] => [
  line(numbered(1, 5), t("keys-lists")), line(UP_DOWN, t("keys-rows")), line("Enter b", t("keys-take")), line("a", t("waiting-add")),
  line("e", t("action-edit")), line("x", t("list-let-go")), line("o", t("action-open-patient")), line("c", t("action-confirmed")),
  line("n", t("list-no-answer")), line("d", t("list-declined")),
];

/** Every key there is, those of the screen that is shown before those of others. */
export function keyList(shown: Route["screen"]): KeyGroup[] {
  const all: KeyGroup[] = [
    { title: t("rail-day"), screen: "day", lines: ofDay() },
    { title: t("visit-panel"), screen: "day", lines: ofVisit() },
    { title: t("board-title"), screen: "board", lines: [line(UP_DOWN, t("keys-rows")), ...flow(), line("Enter", t("list-show-day"))] },
    { title: t("end-title"), screen: "end", lines: [line(UP_DOWN, t("keys-rows")), ...flow(), line("k", t("notice-told")), line("Enter", t("list-show-day"))] },
    { title: t("rail-lists"), screen: "lists", lines: ofLists() },
    { title: t("rail-messages"), screen: "messages", lines: [line("1 2 3", t("messages-tabs"))] },
    { title: t("rail-patients"), screen: "patients", lines: [line("/", t("keys-find")), line("n", t("patients-new"))] },
    {
      title: t("keys-patient"), screen: "patient",
      lines: [line("b", t("booking-title")), line("e", t("action-edit")), line("h", t("print-card")), line("j", t("print-letter-to")), line("Ctrl+s", t("action-save"))],
    },
    {
      title: t("print-title"), screen: "print",
      lines: [line(KINDS.map(({ key }) => key).join(" "), t("keys-prints")), line("p", t("action-print")), line("s", t("print-save"))],
    },
  ];
  const here = all.filter((group) => group.screen === shown);
  const others = all.filter((group) => group.screen !== shown);
  return [...here, { title: t("keys-everywhere"), screen: null, lines: everywhere() }, ...others];
}

const SIGNS: Record<string, string> = {
  ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc", Enter: "↵", "-": "−", "Ctrl+Shift+z": "Ctrl Shift Z",
};
const nameOf = (key: string): string => SIGNS[key] ?? key.replace("+", key.length > 1 ? " " : "+").replace(/(^| )([a-z])$/, (found) => found.toUpperCase());
const LONG = 4;

/** As a line names its keys: "Ctrl K", "↑ ↓", "F1 – F12". */
export function shownKeys({ keys }: KeyLine): string {
  const names = keys.map(nameOf);
  const arrows = keys.every((key) => key.startsWith("Arrow"));
  return names.length >= LONG && !arrows && /\d$/.test(names[0] ?? "") ? `${names[0]} – ${names[names.length - 1]}` : names.join(" ");
}
