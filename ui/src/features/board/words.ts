import type { BoardProvider, BoardView, InChairRow, NextRow, WaitingRow } from "$/api/bindings";
import { t } from "$/lib/text";
import { timeOf } from "$/lib/format";

/** "here 12 min, since 10:30" */
export function waitingWords(row: WaitingRow): string {
  if (row.minutes === null || !row.visit.arrived_at) return t("board-here");
  return t("board-here-since", { minutes: row.minutes, time: timeOf(row.visit.arrived_at) });
}

export function chairWords(row: InChairRow): string {
  if (row.minutes === null || !row.visit.seated_at) return t("status-seated", { minutes: -1 });
  return t("board-chair-since", { minutes: row.minutes, time: timeOf(row.visit.seated_at) });
}

/** What is not as booked with somebody in a chair; empty when all is. */
export function chairWarning(row: InChairRow): string {
  if (row.forgotten) return t("board-forgotten");
  return row.over > 0 ? t("board-over", { minutes: row.over }) : "";
}

export function nextWords(row: NextRow): string {
  return row.later > 0
    ? t("board-expected", { time: timeOf(row.expected), minutes: row.later })
    : t("board-on-time");
}

export function behindWords(provider: BoardProvider): string {
  return provider.behind > 0
    ? t("board-behind", { name: provider.name, minutes: provider.behind })
    : t("board-provider-on-time", { name: provider.name });
}

/** The foot of today: "3 here, 1 waiting longer than 15 min, 9 still open". */
export function footWords(view: BoardView): string {
  const here = view.waiting.length + view.in_chair.filter((row) => !row.forgotten).length;
  const long = view.waiting.filter((row) => row.alert).length;
  return t("foot-flow", { here, long, minutes: view.alert_minutes, open: view.open });
}
