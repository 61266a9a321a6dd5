import type { HolidayPlaces, HolidayView, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { Latest } from "$/lib/latest";
import { t } from "$/lib/text";

/** The public holidays of a place and a year, to be ticked and added as closures. */
export class Holidays {
  places = $state.raw<HolidayPlaces | null>(null);
  country = $state("");
  region = $state("");
  year = $state(0);
  list = $state.raw<HolidayView[]>([]);
  /** Dates that are ticked. */
  ticked = $state<string[]>([]);
  /** Names that were written over, by date. */
  names = $state<Record<string, string>>({});
  error = $state.raw<WireError | null>(null);
  busy = $state(false);
  readonly regions = $derived(this.places?.countries.find((one) => one.code === this.country)?.regions ?? []);
  private readonly latest = new Latest();

  constructor(private readonly app: App) {}

  async open(today: string): Promise<void> {
    await this.trying(async () => {
      this.places = await this.app.call("holiday.places", null);
      this.country = this.places.suggested ?? this.places.countries[0]?.code ?? "";
      // From autumn on it is next year's that are put in.
      const next = Number(today.slice(0, 4)) + (today.slice(5) >= "10" ? 1 : 0);
      this.year = Math.min(Math.max(next, this.places.first_year), this.places.last_year);
    });
    this.read();
  }

  choose(country: string): void {
    this.country = country;
    this.region = "";
    this.read();
  }

  read(): void {
    const { country, region, year } = this;
    if (!country) return;
    this.latest.ask(
      () => this.app.call("holiday.list", { country, region: region || null, year }),
      (list) => {
        this.list = list;
        this.ticked = list.filter((one) => !one.closed_as && !one.partly).map((one) => one.date);
        this.names = {};
        this.error = null;
      },
      (thrown) => (this.error = toWireError(thrown)),
    );
  }

  toggle(date: string): void {
    this.ticked = this.ticked.includes(date) ? this.ticked.filter((one) => one !== date) : [...this.ticked, date];
  }

  nameOf(holiday: HolidayView): string {
    return this.names[holiday.date] ?? holiday.name;
  }

  /** Without `accept` visits that are booked then come back as clashes, and no day is added. */
  async add(accept = false): Promise<void> {
    const days = this.list
      .filter((one) => this.ticked.includes(one.date))
      .map((one) => ({ date: one.date, name: this.nameOf(one) }));
    await this.trying(async () => {
      const { added } = await this.app.call("closure.add", { days, accept });
      await this.app.readPractice();
      this.app.done(t("holidays-added", { count: added }));
    });
    // What is ticked stays for the answer to a question.
    if (!this.error) this.read();
  }

  private async trying(work: () => Promise<void>): Promise<void> {
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
