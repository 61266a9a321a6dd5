/* eslint-disable svelte/prefer-svelte-reactivity -- Each map is made anew and never changed once it is seen; a set is only read. */
import type { LaidColumn } from "./layout";

/** The columns in sight of a scrolled page. */
export interface Sight {
  first: number;
  last: number;
}

/** What of a day is in sight where it opens, in minutes, and the visit that is wanted wherever it is. */
export interface Opening {
  /** Another one: the page is scrolled to where it opens. */
  key: string;
  from: number;
  to: number;
  wanted: string | null;
}

/** All of them where nothing has a size; none before it is known, for they would be drawn in vain. */
export function inSight(scrolled: number, room: number | null, column: number, count: number): Sight {
  if (room === null) return { first: 0, last: -1 };
  if (room <= 0 || column <= 0) return { first: 0, last: count - 1 };
  return {
    first: Math.max(0, Math.floor(scrolled / column)),
    last: Math.min(count - 1, Math.ceil((scrolled + room) / column) - 1),
  };
}

/** The columns out of sight, the nearest first. */
export function outwards({ first, last }: Sight, count: number): number[] {
  const away = (index: number): number => (index < first ? first - index : index - last);
  return Array.from({ length: count }, (_, index) => index)
    .filter((index) => index < first || index > last)
    .sort((one, other) => away(one) - away(other) || one - other);
}

/** Until what was asked for is painted, and between one column and the next. */
const PAINTED_MS = 150;
const NEXT_MS = 12;
/** More would be felt, should somebody drag or scroll meanwhile. */
const CARDS_AT_ONCE = 40;

/**
 * What is out of sight follows when what is in sight is painted, little by little: with many chairs
 * and visits that halves the wait for a day, and a week of eight providers has forty columns. Once
 * it is there it stays, so that scrolling makes nothing.
 */
export class Following {
  private drawn = $state.raw<ReadonlyMap<string, LaidColumn>>(new Map());
  /** The opening of which every column in sight is drawn whole. */
  private whole = $state("");
  private readonly bare = new WeakMap<LaidColumn, LaidColumn>();

  /** A column as it is drawn now. */
  shown(one: LaidColumn, inSight: boolean, opening: Opening): LaidColumn {
    const drawn = this.drawn.get(one.key);
    if (!inSight) return drawn ?? this.without(one);
    if (this.whole === opening.key || drawn?.day.date === one.day.date) return one;
    const { from, to, wanted } = opening;
    return { ...one, visits: one.visits.filter((piece) => (piece.to > from && piece.from < to) || piece.visit.id === wanted) };
  }

  /** Lets the rest follow; what it returns stops it. */
  after(laid: readonly LaidColumn[], sight: Sight, opening: string): () => void {
    const seen = laid.slice(sight.first, sight.last + 1);
    const waiting = [...seen, ...outwards(sight, laid.length).flatMap((index) => laid[index] ?? [])];
    const keys = new Set(laid.map((one) => one.key));
    const next = (): void => {
      const drawn = new Map([...this.drawn].filter(([key]) => keys.has(key)));
      for (let cards = 0; waiting.length > 0 && cards < CARDS_AT_ONCE; ) {
        const one = waiting.shift() as LaidColumn;
        drawn.set(one.key, one);
        cards += one.visits.length;
      }
      this.drawn = drawn;
      if (seen.every((one) => drawn.get(one.key) === one)) this.whole = opening;
      if (waiting.length > 0) timer = setTimeout(next, NEXT_MS);
    };
    let timer = setTimeout(next, PAINTED_MS);
    return () => clearTimeout(timer);
  }

  private without(one: LaidColumn): LaidColumn {
    const known = this.bare.get(one);
    if (known) return known;
    const made = { ...one, visits: [] };
    this.bare.set(one, made);
    return made;
  }
}
