import type { BlockOutView, ColumnView, SaveBlockOut } from "../bindings";
import { minutesOf, weekdayOf } from "$/lib/time";
import { refuseOver } from "./landing";
import type { FakeState, Handlers } from "./state";

/** A block-out as it is kept: the days of it are worked out when they are asked for. */
export type FakeBlockOut = Omit<SaveBlockOut, "id" | "days" | "accept"> & { id: string; except: string[]; until: string | null };

function fallsOn(block: FakeBlockOut, date: string): boolean {
  if (date < block.first || block.except.includes(date) || (block.until && date > block.until)) return false;
  return block.repeat.how === "weekly" ? block.repeat.days.includes(weekdayOf(date)) : date === block.first;
}

export function blockOutsOn(state: FakeState, date: string): BlockOutView[] {
  const { practice } = state;
  const nameOf = (all: { id: string; name: string }[], id: string | null): string => all.find((one) => one.id === id)?.name ?? "";
  return state.blockOuts
    .filter((block) => fallsOn(block, date))
    .map(({ id, kind: of, provider, chair, first, from, to, repeat, note }) => {
      const kind = practice.block_out_types.find((one) => one.id === of);
      return {
        id, kind: of, provider, chair, first, from, to, repeat, note, date, name: kind?.name ?? "?", effect: kind?.effect ?? "no_scheduling", tint: kind?.tint ?? 7,
        kept_for: (kind?.types ?? []).map((id) => nameOf(practice.types, id)),
        provider_name: nameOf(practice.providers, provider), chair_name: nameOf(practice.chairs, chair),
      };
    });
}

/** Those of a chair's column. */
export function inColumn(all: BlockOutView[], column: Pick<ColumnView, "chair" | "providers">): BlockOutView[] {
  return all.filter((block) => {
    if (block.chair) return block.chair === column.chair;
    return !block.provider || column.providers.some((one) => one.id === block.provider);
  });
}

export function blockOutHandlers(state: FakeState): Handlers {
  const keep = (blocks: FakeBlockOut[]): void => {
    state.blockOuts = blocks;
    state.tell("block_out");
  };
  const without = (id: string, days: SaveBlockOut["days"]): FakeBlockOut[] =>
    state.blockOuts.flatMap((block) => {
      if (block.id !== id) return [block];
      if (days.which === "all") return [];
      return days.which === "only"
        ? [{ ...block, except: [...block.except, days.date] }]
        : days.date <= block.first ? [] : [{ ...block, until: days.date.slice(0, 8) + String(Number(days.date.slice(8)) - 1).padStart(2, "0") }];
    });
  return {
    "block_out.list": ({ from, to }) => (from === to ? blockOutsOn(state, from) : []),
    "block_out.save": ({ id, days, accept, ...block }) => {
      const effect = state.practice.block_out_types.find((kind) => kind.id === block.kind)?.effect;
      const over = state.visits.filter((visit) => {
        if (effect !== "no_scheduling" || visit.status !== "scheduled" || !visit.start.startsWith(block.first)) return false;
        const theirs = (block.chair ?? visit.chair) === visit.chair && (block.provider ?? visit.provider) === visit.provider;
        return theirs && minutesOf(visit.start.slice(11)) < minutesOf(block.to) && minutesOf(block.from) < minutesOf(visit.end.slice(11));
      });
      refuseOver(over, accept);
      const saved = id && days.which === "all" ? id : state.newId("block");
      const repeat = days.which === "only" ? { how: "once" } as const : block.repeat;
      keep([...(id ? without(id, days) : state.blockOuts), { ...block, repeat, id: saved, except: [], until: null }]);
      return { id: saved };
    },
    "block_out.remove": ({ id, days }) => {
      keep(without(id, days));
      return null;
    },
  };
}
