import type { AppointmentView } from "$/api/bindings";

const OVER: AppointmentView["status"][] = ["cancelled", "missed", "completed"];

/** Visits that are to be put elsewhere, on another day perhaps; until then each stays where it is. */
export class Pinboard {
  pinned = $state.raw<AppointmentView[]>([]);

  has(id: string): boolean {
    return this.pinned.some((visit) => visit.id === id);
  }

  pin(visit: AppointmentView): void {
    this.pinned = [...this.pinned.filter((one) => one.id !== visit.id), visit];
  }

  remove(id: string): void {
    this.pinned = this.pinned.filter((visit) => visit.id !== id);
  }

  clear(): void {
    this.pinned = [];
  }

  /** Where they are by now; one that is gone, or is not to be any more, leaves the board. */
  async read(get: (id: string) => Promise<AppointmentView>): Promise<void> {
    const ids = this.pinned.map((visit) => visit.id);
    const found = await Promise.allSettled(ids.map(get));
    const standing = found.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    // What was pinned or taken off meanwhile stays so.
    this.pinned = this.pinned.flatMap((pinned) => {
      if (!ids.includes(pinned.id)) return [pinned];
      const now = standing.find((visit) => visit.id === pinned.id);
      return now && !OVER.includes(now.status) ? [now] : [];
    });
  }
}
