import type { HouseholdView, PatientHit, PatientView, SaveHousehold, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { Latest } from "$/lib/latest";
import { t } from "$/lib/text";

interface Named {
  id: string;
  name: string;
}

/** Who belongs to a patient (P5): the household and who pays for it, and the guardian. */
export class Belonging {
  /** Whether the household can be changed just now. */
  editing = $state(false);
  /** What a patient is being picked for. */
  picking = $state<"household" | "guardian" | null>(null);
  guardian = $state.raw<Named | null>(null);
  error = $state.raw<WireError | null>(null);
  busy = $state(false);
  private readonly latest = new Latest();

  constructor(
    private readonly app: App,
    private readonly view: () => PatientView | null,
  ) {}

  /** Patients who may be picked: nobody who is there already. */
  async search(text: string): Promise<PatientHit[]> {
    const view = this.view();
    const there = this.picking === "guardian"
      ? [view?.fields.guardian]
      : (view?.household?.members ?? []).map((member) => member.id);
    const hits = await this.app.call("patient.search", { text, limit: 12 });
    return hits.filter((hit) => hit.id !== view?.id && !there.includes(hit.id)).slice(0, 8);
  }

  pick(hit: PatientHit): void {
    if (this.picking === "guardian") void this.setGuardian(hit.id);
    else void this.join(hit);
  }

  /** A household of this patient alone. */
  async begin(): Promise<void> {
    const view = this.view();
    if (!view) return;
    await this.change(() => this.save({ id: null, name: nameFor(view), guarantor: null, members: [view.id] }));
    this.editing = this.error === null;
  }

  /**
   * Brings this patient and another together: the other comes into this household, and where there
   * is none, this patient into the other's or both into a new one.
   */
  join(hit: PatientHit): Promise<void> {
    return this.change(async () => {
      const view = this.view();
      if (!view) return;
      const other = await this.app.call("patient.get", { id: hit.id });
      if (view.household) return this.save(withMember(view.household, hit.id));
      if (other.household) return this.save(withMember(other.household, view.id));
      return this.save({ id: null, name: nameFor(view), guarantor: null, members: [view.id, hit.id] });
    });
  }

  leave(member: Named): Promise<void> {
    return this.changeHousehold((household) => ({
      ...household,
      members: household.members.filter((id) => id !== member.id),
      guarantor: household.guarantor === member.id ? null : household.guarantor,
    }));
  }

  setGuarantor(id: string | null): Promise<void> {
    return this.changeHousehold((household) => ({ ...household, guarantor: id }));
  }

  rename(name: string): Promise<void> {
    return this.changeHousehold((household) => ({ ...household, name: name.trim() }));
  }

  setGuardian(id: string | null): Promise<void> {
    return this.change(async () => {
      const view = this.view();
      if (view) await this.saveGuardian(view.id, id);
    });
  }

  /** Finds out the guardian's name, unless the household tells it. */
  readGuardian(): void {
    const view = this.view();
    const id = view?.fields.guardian ?? null;
    const known = view?.household?.members.find((member) => member.id === id) ?? null;
    if (!id || known) {
      this.latest.drop();
      this.guardian = known;
      return;
    }
    if (this.guardian?.id === id) return;
    this.latest.ask(
      () => this.app.call("patient.get", { id }),
      ({ name }) => (this.guardian = { id, name }),
      (thrown) => (this.error = toWireError(thrown)),
    );
  }

  /** The newest version of the patient, so that nothing else of it is put back. */
  private async saveGuardian(patient: string, guardian: string | null): Promise<void> {
    const { revision, fields } = await this.app.call("patient.get", { id: patient });
    await this.app.call("patient.save", {
      id: patient, revision, fields: { ...fields, guardian }, accept_duplicate: true,
    });
  }

  private changeHousehold(how: (now: SaveHousehold) => SaveHousehold): Promise<void> {
    return this.change(async () => {
      const household = this.view()?.household;
      if (household) await this.save(how(asSaved(household)));
    });
  }

  private async save(wanted: SaveHousehold): Promise<void> {
    await this.app.call("household.save", wanted);
  }

  private async change(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = null;
    try {
      await work();
      this.picking = null;
      this.app.done(t("said-household", { patient: this.view()?.name ?? "" }));
    } catch (thrown) {
      this.error = toWireError(thrown);
    } finally {
      this.busy = false;
    }
  }
}

const nameFor = (view: PatientView): string => t("household-of", { name: view.fields.family || view.name });

const asSaved = ({ id, name, guarantor, members }: HouseholdView): SaveHousehold => ({
  id, name, guarantor, members: members.map((member) => member.id),
});

const withMember = (household: HouseholdView, id: string): SaveHousehold => {
  const now = asSaved(household);
  return { ...now, members: [...now.members, id] };
};
