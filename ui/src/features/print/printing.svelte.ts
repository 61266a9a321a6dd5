import type { PrintedPages, PrintRequest, PrintWhat, WireCardSize, WireError, WirePaper } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { Latest } from "$/lib/latest";
import type { PrintFor } from "$/lib/router.svelte";
import { locale, t } from "$/lib/text";

/** Pages that are read line by line stand upright until somebody turns them. */
const UPRIGHT: PrintWhat[] = ["day_list", "unconfirmed", "power_cut"];
/** Cards have their own size, letters and slips always stand upright. */
const FIXED: PrintWhat[] = ["card", "letter", "routing"];
const OF_PATIENT: PrintWhat[] = ["card", "letter"];

/** What is about to be printed, and its pages. */
export class Printing {
  what = $state<PrintWhat>("day");
  date = $state("");
  paper = $state<WirePaper>(/-(US|CA|MX|PH)$/.test(locale) ? "letter" : "a4");
  /** Which way up, where a person chose it. */
  private turned = $state.raw<Partial<Record<PrintWhat, boolean>>>({});
  secret = $state(false);
  /** Of a week or a month; empty is the whole practice. */
  provider = $state("");
  days = $state(7);
  card = $state<WireCardSize>("85x55");
  patient = $state.raw<{ id: string; name: string } | null>(null);
  /** The one visit that a card is about; none is all that are to come. */
  visit = $state.raw<string | null>(null);
  pages = $state.raw<PrintedPages | null>(null);
  error = $state.raw<WireError | null>(null);
  /** Until the pages are on the screen. */
  busy = $state(false);
  path = $state("");
  readonly ofPatient = $derived(OF_PATIENT.includes(this.what));
  readonly turns = $derived(!FIXED.includes(this.what));
  readonly landscape = $derived(this.turns && (this.turned[this.what] ?? !UPRIGHT.includes(this.what)));
  /** Whether all is said that the pages need. */
  readonly complete = $derived(
    this.ofPatient ? this.patient !== null : this.date !== "" && (this.what !== "provider_week" || this.provider !== ""),
  );
  readonly ready = $derived(this.pages !== null && !this.busy && this.complete && this.error === null);
  readonly request = $derived.by((): PrintRequest => {
    const request: PrintRequest = {
      what: this.what,
      date: this.date,
      paper: this.paper,
      landscape: this.landscape,
      private: this.secret && this.what !== "letter" && this.what !== "power_cut",
    };
    if ((this.what === "provider_week" || this.what === "month") && this.provider) request.provider = this.provider;
    if (this.what === "unconfirmed") request.days = this.days;
    if (this.what === "card") request.card = this.card;
    if (this.ofPatient && this.patient) request.patient = this.patient.id;
    if (this.what === "card" && this.visit) request.appointment = this.visit;
    return request;
  });
  private readonly latest = new Latest();

  constructor(private readonly app: App) {}

  turn(landscape: boolean): void {
    this.turned = { ...this.turned, [this.what]: landscape };
  }

  /** Opens on a patient's card or letter. */
  async begin(of: PrintFor): Promise<void> {
    this.what = of.what;
    this.visit = of.visit;
    this.patient = { id: of.patient, name: "" };
    try {
      const { name } = await this.app.call("patient.get", { id: of.patient });
      if (this.patient?.id === of.patient) this.patient = { id: of.patient, name };
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  /** Somebody else's card or letter, with all their visits. */
  choose(patient: { id: string; name: string } | null): void {
    this.patient = patient;
    this.visit = null;
    this.error = null;
  }

  render(request: PrintRequest): void {
    this.busy = true;
    this.latest.ask(
      () => this.app.call("print.render", request),
      (pages) => {
        this.pages = pages;
        this.error = null;
      },
      (thrown) => this.fail(thrown),
    );
  }

  drawn(): void {
    this.busy = false;
  }

  fail(thrown: unknown): void {
    this.error = toWireError(thrown);
    this.busy = false;
  }

  /** Asks the desktop where to put the PDF. */
  async saveAs(): Promise<void> {
    try {
      const picked = await this.app.call("path.pick", { purpose: "save_pdf", name: this.pages?.name ?? null });
      if (picked.path) await this.saveTo(picked.path);
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  async saveTo(path: string): Promise<void> {
    try {
      this.error = null;
      const saved = await this.app.call("print.save", { print: this.request, path: path.trim() });
      this.app.toasts.say(t("said-saved-pdf", { path: saved.path }));
    } catch (thrown) {
      this.fail(thrown);
    }
  }
}
