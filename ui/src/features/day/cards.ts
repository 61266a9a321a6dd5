/**
 * Which card shows which visit. A visit that stays keeps its card; on another day the cards are
 * written on anew, which takes a third of the time of making them.
 */
export class Cards {
  private dealt = new Map<string, number>();
  private made = 0;

  /** A card's number for each visit, in their order. */
  deal(visits: readonly string[]): number[] {
    const stays = visits.some((visit) => this.dealt.has(visit));
    const old = stays ? [] : [...this.dealt.values()];
    const cards = visits.map((visit, index) => this.dealt.get(visit) ?? old[index] ?? this.made++);
    this.dealt = new Map(visits.map((visit, index) => [visit, cards[index] ?? 0]));
    return cards;
  }
}
