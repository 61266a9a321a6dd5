import type { AppointmentView, ViewShows, WireCardLine, WireColour } from "$/api/bindings";
import { t } from "$/lib/text";
import type { GridColumn } from "./columns";

/** What a card tells beside the name. */
export interface CardText {
  /** Beside the name, on a card of one line. */
  beside: string;
  /** Short facts, a line each. */
  rows: string[];
  /** What may take several lines, and how many there are. */
  long: string;
  longLines: number;
}

const ROW = 16;
const HEAD = 22;
const PER_ROW = 2;

/**
 * The lines that a view wants on its cards, without what the head of the column tells. What the
 * colour tells is always among them in words, so that colour never tells anything alone.
 */
export function cardLines({ card, colour }: ViewShows, kind: GridColumn["kind"]): WireCardLine[] {
  const told: WireCardLine | null = colour === "status" ? null : colour;
  const all = told && !card.includes(told) ? [...card, told] : card;
  return all.filter((line) => line !== kind);
}

/** The lines of a visit as a card of this height has room for them, the most important first. */
export function cardText(visit: AppointmentView, times: string, lines: readonly WireCardLine[], height: number): CardText {
  const short: string[] = [];
  const long: string[] = [];
  let beside = "";
  for (const line of lines) {
    const text = line === "time" ? times : TOLD[line](visit);
    if (!text) continue;
    if (line === "note" || line === "alert") {
      if (!long.includes(text)) long.push(text);
    }
    else short.push(text);
    if (line !== "time" && !beside) beside = text;
  }
  const room = Math.max(0, Math.floor((height - HEAD) / ROW));
  const wanted = Math.ceil(short.length / PER_ROW);
  const rows = Math.min(wanted, long.length > 0 ? Math.max(Math.min(1, room), room - 1) : room);
  return {
    beside,
    rows: Array.from({ length: rows }, (_, row) => joined(short.slice(row * PER_ROW, (row + 1) * PER_ROW), times)),
    long: room > rows ? long.join(" · ") : "",
    longLines: Math.max(1, room - rows),
  };
}

/** Each in the direction of its own script. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

/** The time stands before what follows as a figure does; other facts are parted by a dot. */
function joined(parts: string[], times: string): string {
  const [first, ...rest] = parts;
  if (first !== times) return parts.map(isolated).join(" · ");
  return [first, rest.map(isolated).join(" · ")].filter(Boolean).join(" ");
}

const TOLD: Record<Exclude<WireCardLine, "time">, (visit: AppointmentView) => string> = {
  type: (visit) => visit.kind_name,
  note: (visit) => visit.notes,
  provider: (visit) => visit.provider_name,
  chair: (visit) => visit.chair_name,
  phone: (visit) => visit.phone ?? "",
  age: (visit) => (visit.age === null ? "" : t("patient-age", { age: visit.age })),
  alert: (visit) => visit.alert,
};

/** An index into the tints for each step of a visit; its sign and word say the same. */
const STATUS_TINTS = { declined: 4, unconfirmed: 5, sent: 3, confirmed: 0, arrived: 1, seated: 2 } as const;

/** Which tint a card has. */
export function tintOf(visit: AppointmentView, colour: WireColour, providers: ReadonlyMap<string, number>): number {
  if (colour === "type") return visit.tint % 8;
  if (colour === "provider") return (providers.get(visit.provider ?? "") ?? 7) % 8;
  if (visit.status === "arrived" || visit.status === "seated") return STATUS_TINTS[visit.status];
  return STATUS_TINTS[visit.confirmation];
}
