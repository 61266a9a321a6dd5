import type {
  AppointmentView, BookAppointment, DayView, OpeningView, PatientHit, WireError,
} from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { mediumDate, shortWeekdayDate, timeOf } from "$/lib/format";
import { t } from "$/lib/text";
import { namesOf } from "$/lib/undone";
import { addDays, at, clockOf, dateOf } from "$/lib/time";
import { noWish } from "$/lib/wish";
import { Family } from "./family.svelte";
import { fieldsOf, freshOf, type Fresh } from "./fresh";
import { guessPlace } from "./guess";
import { nearest } from "./nearest";
import { Repeat } from "./repeat.svelte";
import type { Chosen, Wish } from "./wanted";

const OPENINGS_DAYS = 13;
const OPENINGS_SHOWN = 6;
const USUAL_MINUTES = 30;

/** A booking as it is being written, in the panel beside the day. */
export class Booking {
  active = $state(false);
  patient = $state.raw<Chosen | null>(null);
  /** A patient who is not on file yet. */
  fresh = $state<Fresh | null>(null);
  kind = $state("");
  provider = $state("");
  chair = $state("");
  date = $state("");
  clock = $state("");
  minutes = $state(USUAL_MINUTES);
  notes = $state("");
  secondPass = $state(false);
  error = $state.raw<WireError | null>(null);
  openings = $state.raw<OpeningView[] | null>(null);
  busy = $state(false);
  /** How it repeats; null for one visit. */
  repeat = $state.raw<Repeat | null>(null);
  /** Who comes along; null for the patient alone. */
  family = $state.raw<Family | null>(null);
  private listed: Wish["listed"] | null = null;
  /** Whether the length was chosen rather than taken from the type. */
  private ownLength = false;

  readonly start = $derived(at(this.date, this.clock));
  readonly name = $derived(
    this.patient?.name ?? (this.fresh ? `${this.fresh.given} ${this.fresh.family}`.trim() : ""),
  );
  readonly ready = $derived(
    (this.patient !== null || (this.fresh !== null && this.fresh.family.trim() !== "")) &&
      this.provider !== "" && this.chair !== "" && this.date !== "" && this.clock !== "" &&
      this.minutes > 0,
  );

  constructor(
    private readonly app: App,
    private readonly booked: (visit: AppointmentView) => void,
  ) {}

  /** Opens the panel, or moves the booking that is open to another place. */
  begin(wish: Wish, view: DayView | null): void {
    const practice = this.app.practice;
    if (!practice) return;
    if (!this.active) this.clear();
    this.active = true;
    this.error = null;
    this.openings = null;
    this.patient = wish.patient ?? this.patient;
    Object.assign(this, guessPlace(practice, view, wish.chair, wish.start, wish.provider ?? null));
    this.date = dateOf(wish.start);
    this.clock = clockOf(wish.start);
    if (wish.kind) this.setKind(wish.kind);
    if (wish.minutes) this.setMinutes(wish.minutes);
    this.notes = wish.notes ?? this.notes;
    this.listed = wish.listed ?? this.listed;
  }

  search(text: string): Promise<PatientHit[]> {
    return this.app.call("patient.search", { text, limit: 8 });
  }

  /** Another place was chosen than the one that was refused. */
  forgetRefusal(): void {
    if (!this.error || !["clash", "closed"].includes(this.error.code)) return;
    this.error = null;
    this.openings = null;
  }

  /** Takes the next opening that the patient would like, and shows the ones after it. */
  async takeNext(): Promise<void> {
    const { minutes, listed } = this;
    const found = await this.app.trying(() => this.app.call("appointment.openings", {
      minutes, kind: this.kind || null, wish: listed?.wish ?? noWish(), patient: this.patient?.id ?? null,
      every: false, limit: OPENINGS_SHOWN,
    }));
    if (this.active && found?.[0]) this.take(found[0]);
    if (this.active) this.openings = found;
  }

  close(): void {
    this.active = false;
    this.clear();
  }

  pick(hit: PatientHit): void {
    const known = [hit.birth_date ? mediumDate(hit.birth_date) : "", hit.phones[0]?.number ?? ""];
    this.patient = { id: hit.id, name: hit.name, alert: hit.alert, known: known.filter(Boolean).join(" · ") };
    this.fresh = null;
    if (this.error?.code === "duplicate") this.error = null;
  }

  create(text: string): void {
    this.patient = null;
    this.fresh = freshOf(text, this.app.today);
  }

  changePatient(): void {
    this.family = null;
    this.patient = null;
    this.fresh = null;
    this.listed = null;
  }

  setKind(id: string): void {
    this.kind = id;
    const type = this.app.practice?.types.find((one) => one.id === id);
    if (type && !this.ownLength) this.minutes = type.minutes;
  }

  setMinutes(minutes: number): void {
    this.minutes = minutes;
    this.ownLength = true;
  }

  take(opening: OpeningView): void {
    this.provider = opening.provider;
    this.chair = opening.chair;
    this.date = dateOf(opening.start);
    this.clock = clockOf(opening.start);
    this.error = null;
    this.openings = null;
  }

  /** The nearest bookable gaps to the wished time, of this provider or of anybody. */
  async findOpenings(anybody = false): Promise<void> {
    try {
      const first = this.date < this.app.today ? this.app.today : this.date;
      const found = await this.app.call("appointment.openings", {
        minutes: this.minutes,
        kind: this.kind || null,
        wish: {
          ...noWish(),
          providers: anybody ? [] : [this.provider],
          first_day: first,
          last_day: addDays(first, OPENINGS_DAYS),
        },
        patient: this.patient?.id ?? null,
        every: true,
        limit: 60,
      });
      this.openings = nearest(found, this.start, OPENINGS_SHOWN);
    } catch (thrown) {
      this.error = toWireError(thrown);
    }
  }

  /** Books; `overbook` knowingly over what is there, `accept` a likely double of a patient. */
  async book(overbook = false, accept = false): Promise<void> {
    if (this.busy || !this.ready) return;
    if (this.family?.chosen) return this.bookFamily(this.family);
    this.busy = true;
    this.error = null;
    this.openings = null;
    let added: { name: string } | null = null;
    try {
      const patient = this.patient ?? (added = await this.savePatient(accept));
      const wanted = this.wanted(patient.id, overbook);
      if (this.repeat) return await this.bookSeries(this.repeat, wanted, false);
      const visit = await this.app.call("appointment.book", wanted);
      this.close();
      this.booked(visit);
      const values = { patient: visit.patient_name, time: timeOf(visit.start) };
      this.app.done(t("said-booked", values), [visit]);
    } catch (thrown) {
      const error = toWireError(thrown);
      this.error = added ? { ...error, data: t("booking-patient-added", added) } : error;
      if (this.error.code === "clash" || this.error.code === "closed") await this.findOpenings();
    } finally {
      this.busy = false;
    }
  }

  /** Books the dates of the series that can be, without those that cannot. */
  async bookRest(): Promise<void> {
    if (this.busy || !this.repeat || !this.patient) return;
    this.busy = true;
    try {
      await this.bookSeries(this.repeat, this.wanted(this.patient.id, false), true);
    } catch (thrown) {
      this.error = toWireError(thrown);
    } finally {
      this.busy = false;
    }
  }

  /** Asks who of the patient's household comes along. */
  async withFamily(): Promise<void> {
    if (!this.patient) return;
    this.repeat = null;
    this.family = new Family(this.app);
    await this.family.open(this.patient, this.kind);
  }

  private async bookFamily(family: Family): Promise<void> {
    this.busy = true;
    const visits = await family.book(this.notes.trim());
    this.busy = false;
    const first = visits[0];
    if (!first) return;
    this.close();
    this.booked(first);
    const names = namesOf(visits.map((visit) => visit.patient_name));
    this.app.done(t("said-family-booked", { names, date: shortWeekdayDate(first.start) }), visits);
  }

  setRepeat(repeats: boolean): void {
    this.family = null;
    this.repeat = repeats ? new Repeat() : null;
    this.error = null;
  }

  private wanted(patient: string, overbook: boolean): BookAppointment {
    return {
      patient,
      provider: this.provider,
      chair: this.chair,
      kind: this.kind || null,
      start: this.start,
      second_pass: this.secondPass,
      minutes: this.minutes,
      notes: this.notes.trim(),
      overbook,
      ...(this.listed ? { closes: this.listed.closes } : {}),
    };
  }

  private async bookSeries(repeat: Repeat, visit: BookAppointment, rest: boolean): Promise<void> {
    const { plan, instead } = repeat;
    const answer = await this.app.call("series.book", { visit, plan, instead, rest, only_ask: false });
    if (!answer.kept) {
      repeat.answer = answer;
      return;
    }
    const visits = answer.visits.flatMap((one) => one.appointment ?? []);
    const first = visits[0];
    this.close();
    if (!first) return;
    this.booked(first);
    const values = { patient: first.patient_name, count: visits.length, time: timeOf(first.start) };
    this.app.done(t("said-series-booked", values), visits);
  }

  private async savePatient(accept: boolean): Promise<{ id: string; name: string }> {
    const fields = fieldsOf(this.fresh ?? { given: "", family: "", birth: "", phone: "" });
    const saved = await this.app.call("patient.save", { id: null, revision: 0, accept_duplicate: accept, fields });
    // A clash may follow: the patient is on file by then and must not be made twice.
    this.patient = { id: saved.id, name: saved.name };
    this.fresh = null;
    return this.patient;
  }

  private clear(): void {
    this.patient = null;
    this.fresh = null;
    this.kind = "";
    this.minutes = USUAL_MINUTES;
    this.notes = "";
    this.secondPass = false;
    this.error = null;
    this.openings = null;
    this.ownLength = false;
    this.repeat = null;
    this.family = null;
    this.listed = null;
  }
}
