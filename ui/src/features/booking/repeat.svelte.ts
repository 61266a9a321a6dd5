import type { InsteadOf, OpeningView, PlacedVisit, PlacedVisits, SeriesPlan, SeriesUnit } from "$/api/bindings";
import { dateOf } from "$/lib/time";

export type RepeatUnit = SeriesUnit | "chosen";

/** How a booking repeats, and what was said to its dates. */
export class Repeat {
  unit = $state<RepeatUnit>("weeks");
  every = $state(1);
  /** With an end date it counts, else the number of visits. */
  count = $state(6);
  until = $state("");
  dates = $state<string[]>([]);
  /** What was chosen for dates that cannot be as planned. */
  instead = $state.raw<InsteadOf[]>([]);
  answer = $state.raw<PlacedVisits | null>(null);

  get plan(): SeriesPlan {
    if (this.unit === "chosen") return { kind: "chosen", dates: this.dates };
    const until = this.until || null;
    return { kind: "repeat", every: this.every, unit: this.unit, count: until ? null : this.count, until };
  }

  readonly refused = $derived(this.answer?.visits.filter((visit) => visit.refused !== null) ?? []);
  readonly free = $derived((this.answer?.visits.length ?? 0) - this.refused.length);

  /** Books one date elsewhere, or with no place leaves it out. */
  choose(visit: PlacedVisit, opening: OpeningView | null): void {
    const date = this.planned(visit);
    const place = opening && {
      start: opening.start, second_pass: false, provider: opening.provider, chair: opening.chair,
    };
    this.instead = [...this.instead.filter((one) => one.date !== date), { date, place }];
  }

  chosenFor(visit: PlacedVisit): InsteadOf | undefined {
    return this.instead.find((one) => one.date === this.planned(visit));
  }

  /** The plan is another: what was said to the old one no longer counts. */
  changed(): void {
    this.answer = null;
    this.instead = [];
  }

  /** The date of the plan that this visit stands for, though it may be elsewhere by now. */
  private planned(visit: PlacedVisit): string {
    return this.instead.find((one) => one.place?.start === visit.start)?.date ?? dateOf(visit.start);
  }
}
