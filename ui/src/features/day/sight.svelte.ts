/* eslint-disable svelte/prefer-svelte-reactivity -- Each map is made anew and never changed once it is seen; a set is only read. */
import type { LaidColumn } from "./layout";

/** The columns in sight of a scrolled page. */
export interface Sight {
  first: number;
  last: number;
}

export function inSight(scrolled: number, room: number, column: number, count: number): Sight {
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
 * Columns out of sight follow when those in sight are painted, little by little: with many chairs
 * that halves the wait for a day, and a week of eight providers has forty columns. Once they are
 * there they stay, so that scrolling makes nothing.
 */
export class Following {
  private drawn = $state.raw<ReadonlyMap<string, LaidColumn>>(new Map());
  private readonly bare = new WeakMap<LaidColumn, LaidColumn>();

  /** A column as it is drawn now. */
  shown(one: LaidColumn, inSight: boolean): LaidColumn {
    return inSight ? one : (this.drawn.get(one.key) ?? this.without(one));
  }

  /** Lets the columns follow; what it returns stops it. */
  after(laid: readonly LaidColumn[], sight: Sight): () => void {
    const waiting = outwards(sight, laid.length).flatMap((index) => laid[index] ?? []);
    const seen = laid.slice(sight.first, sight.last + 1);
    const keys = new Set(laid.map((one) => one.key));
    const next = (): void => {
      const drawn = new Map([...this.drawn].filter(([key]) => keys.has(key)));
      for (const one of seen.splice(0)) drawn.set(one.key, one);
      for (let cards = 0; waiting.length > 0 && cards < CARDS_AT_ONCE; ) {
        const one = waiting.shift() as LaidColumn;
        drawn.set(one.key, one);
        cards += one.visits.length;
      }
      this.drawn = drawn;
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
