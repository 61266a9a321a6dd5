import type { AppointmentView, BookAppointment, FamilyOpening, FamilyTogether, PlacedVisits, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { addDays } from "$/lib/time";

const DAYS = 13;
const SHOWN = 6;

export interface FamilyMember {
  id: string;
  name: string;
  /** Type of the visit; empty for none. */
  kind: string;
  comes: boolean;
}

/** Others of a household who come together with the patient that is being booked. */
export class Family {
  members = $state<FamilyMember[]>([]);
  together = $state<FamilyTogether>("side_by_side");
  openings = $state.raw<FamilyOpening[] | null>(null);
  chosen = $state.raw<FamilyOpening | null>(null);
  /** What was said when not all of them could be booked. */
  answer = $state.raw<PlacedVisits | null>(null);
  error = $state.raw<WireError | null>(null);
  busy = $state(false);
  read = $state(false);

  constructor(private readonly app: App) {}

  readonly coming = $derived(this.members.filter((one) => one.comes));

  /** Reads who belongs to the patient's household; the patient comes first. */
  async open(patient: { id: string; name: string }, kind: string): Promise<void> {
    await this.doing(async () => {
      const { household } = await this.app.call("patient.get", { id: patient.id });
      const others = (household?.members ?? []).filter((one) => one.id !== patient.id);
      this.members = [
        { ...patient, kind, comes: true },
        ...others.map(({ id, name }) => ({ id, name, kind, comes: false })),
      ];
      this.read = true;
    });
  }

  changed(): void {
    this.openings = null;
    this.chosen = null;
    this.answer = null;
  }

  /** Times at which all of them could come, from a day on. */
  async find(from: string, minutes: number): Promise<void> {
    await this.doing(async () => {
      this.changed();
      const first = from < this.app.today ? this.app.today : from;
      this.openings = await this.app.call("family.openings", {
        members: this.coming.map(({ kind }) => ({ kind: kind || null, minutes: kind ? null : minutes })),
        from: first,
        to: addDays(first, DAYS),
        together: this.together,
        limit: SHOWN,
      });
      this.chosen = this.openings[0] ?? null;
    });
  }

  /** Books all of them at the chosen time, or none. */
  async book(notes: string): Promise<AppointmentView[]> {
    const places = this.chosen?.places ?? [];
    let booked: AppointmentView[] = [];
    await this.doing(async () => {
      const visits = this.coming.flatMap((member, index): BookAppointment[] => {
        const place = places[index];
        if (!place) return [];
        return [{
          patient: member.id, provider: place.provider, chair: place.chair, kind: member.kind || null,
          start: place.start, second_pass: false, minutes: place.minutes, notes: index === 0 ? notes : "", overbook: false,
        }];
      });
      const answer = await this.app.call("family.book", { visits });
      this.answer = answer.kept ? null : answer;
      if (answer.kept) booked = answer.visits.flatMap((one) => one.appointment ?? []);
    });
    return booked;
  }

  private async doing(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = null;
    try {
      await work();
    } catch (thrown) {
      this.error = toWireError(thrown);
    } finally {
      this.busy = false;
    }
  }
}
