import type { PatientFields, PatientView, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { Latest } from "$/lib/latest";
import { emptyPatient } from "$/lib/names";
import { t } from "$/lib/text";

/** One patient's page, and the form on it. */
export class PatientPage {
  view = $state.raw<PatientView | null>(null);
  error = $state.raw<WireError | null>(null);
  /** What is being edited; null when nothing is. */
  draft = $state<PatientFields | null>(null);
  saveError = $state.raw<WireError | null>(null);
  busy = $state(false);
  private readonly latest = new Latest();

  constructor(private readonly app: App) {}

  read(id: string): void {
    this.latest.ask(
      () => this.app.call("patient.get", { id }),
      (view) => {
        this.view = view;
        this.error = null;
      },
      (thrown) => (this.error = toWireError(thrown)),
    );
  }

  startNew(): void {
    this.draft = emptyPatient();
    this.draft.phones.push({ label: "mobile", number: "" });
  }

  edit(): void {
    if (!this.view) return;
    this.draft = structuredClone(this.view.fields);
    this.saveError = null;
  }

  stop(): void {
    this.draft = null;
    this.saveError = null;
  }

  /** Gives the saved patient, or null with the reason in `saveError`. */
  async save(accept = false): Promise<PatientView | null> {
    if (!this.draft || this.busy) return null;
    this.busy = true;
    this.saveError = null;
    try {
      const saved = await this.app.call("patient.save", {
        id: this.view?.id ?? null,
        revision: this.view?.revision ?? 0,
        fields: tidy($state.snapshot(this.draft)),
        accept_duplicate: accept,
      });
      this.view = saved;
      this.draft = null;
      this.app.done(t("said-patient-saved", { patient: saved.name }));
      return saved;
    } catch (thrown) {
      this.saveError = toWireError(thrown);
      return null;
    } finally {
      this.busy = false;
    }
  }

  /** The message for a field, when the core refused it. */
  wrong(field: string): string | null {
    return this.saveError?.field === field ? this.saveError.what : null;
  }
}

function tidy(fields: PatientFields): PatientFields {
  const orNull = (text: string | null): string | null => text?.trim() || null;
  const address = fields.address;
  const lines = (address?.lines ?? []).map((line) => line.trim()).filter(Boolean);
  const anything = address && [...lines, address.city, address.region, address.postal_code, address.country].some((part) => part.trim());
  return {
    ...fields,
    given: fields.given.trim(),
    family: fields.family.trim(),
    preferred_name: orNull(fields.preferred_name),
    chart_number: orNull(fields.chart_number),
    birth_date: orNull(fields.birth_date),
    deceased_on: orNull(fields.deceased_on),
    language: orNull(fields.language),
    phones: fields.phones.filter((phone) => phone.number.trim()),
    emails: fields.emails.filter((email) => email.address.trim()),
    address: anything ? { ...address, lines } : null,
  };
}
