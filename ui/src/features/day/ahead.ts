import type { DayView } from "$/api/bindings";
import { painted } from "$/lib/painted";
import type { Range } from "./range";

const keyOf = ({ from, to }: Range): string => `${from} ${to}`;

/** Days that are likely asked for next, read while nobody waits for them. */
export class Ahead {
  private known = new Map<string, DayView[]>();
  private turn = 0;

  constructor(private readonly read: (range: Range) => Promise<DayView[]>) {}

  of(range: Range): DayView[] | null {
    return this.known.get(keyOf(range)) ?? null;
  }

  /** Something was changed: what is known may be no longer so. */
  forget(): void {
    this.turn += 1;
    this.known.clear();
  }

  /** Reads these once what is shown is painted; others are forgotten. */
  async fill(ranges: readonly Range[]): Promise<void> {
    this.turn += 1;
    const turn = this.turn;
    const wanted = ranges.map(keyOf);
    for (const key of [...this.known.keys()]) if (!wanted.includes(key)) this.known.delete(key);
    await painted();
    for (const range of ranges) {
      if (turn !== this.turn) return;
      if (this.known.has(keyOf(range))) continue;
      try {
        const days = await this.read(range);
        if (turn === this.turn) this.known.set(keyOf(range), days);
      } catch {
        return; // Whoever asks for that day is told why it cannot be read.
      }
    }
  }
}
