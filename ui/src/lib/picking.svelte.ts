/** Which row of a list the keys act on; stays on its row while others come and go. */
export class Picking {
  id = $state<string | null>(null);

  /** The next or previous row, the first when none is picked. Ids are in the order shown. */
  step(ids: string[], by: 1 | -1): string | null {
    const index = this.id ? ids.indexOf(this.id) : -1;
    const next = index < 0 ? (by > 0 ? ids[0] : ids[ids.length - 1]) : ids[index + by];
    if (next) this.id = next;
    return this.id;
  }
}

/** Brings the focus to a row, which scrolls it into view. */
export function focusRow(id: string): void {
  const rows = document.querySelectorAll<HTMLElement>("[data-row]");
  [...rows].find((row) => row.dataset["row"] === id)?.focus();
}
