import type { PrintedPages, SetupDefaults, WeekHoursView, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { SHORTEST } from "$/lib/strength";
import { t } from "$/lib/text";
import { minutesOf } from "$/lib/time";

export const STEPS = ["practice", "hours", "providers", "chairs", "passphrase", "recovery"] as const;
export type Step = (typeof STEPS)[number];

const bare = (code: string): string => code.replace(/[^0-9a-z]/gi, "").toUpperCase();

/** The set-up of a practice, step by step, until the recovery code was typed back. */
export class Setup {
  step = $state<Step>("practice");
  defaults = $state.raw<SetupDefaults | null>(null);
  error = $state.raw<WireError | null>(null);
  /** What is wrong with the step, by field. */
  wrong = $state.raw<Record<string, string>>({});
  busy = $state(false);
  name = $state("");
  zone = $state("");
  phone = $state("");
  hours = $state<WeekHoursView>({ days: [] });
  providers = $state([""]);
  chairs = $state([""]);
  passphrase = $state("");
  again = $state("");
  keyring = $state(false);
  typedCode = $state("");
  sheet = $state.raw<PrintedPages | null>(null);

  constructor(private readonly app: App) {}

  get index(): number {
    return STEPS.indexOf(this.step);
  }

  async load(): Promise<void> {
    try {
      this.error = null;
      const defaults = await this.app.call("setup.defaults", null);
      this.defaults = defaults;
      this.zone = defaults.zone;
      this.hours = defaults.hours;
    } catch (thrown) {
      this.error = toWireError(thrown);
    }
  }

  back(): void {
    this.wrong = {};
    this.error = null;
    this.step = STEPS[Math.max(0, this.index - 1)] ?? "practice";
  }

  /** Goes on when the step is right; the last one makes the practice. */
  async next(): Promise<void> {
    this.error = null;
    this.wrong = this.check();
    if (Object.keys(this.wrong).length > 0) return;
    const next = STEPS[this.index + 1];
    if (!next) return this.create();
    if (next === "chairs" && !named(this.chairs)) this.chairs = [t("setup-first-chair")];
    this.step = next;
  }

  async printCode(): Promise<PrintedPages | null> {
    try {
      this.error = null;
      this.sheet = await this.app.call("setup.recovery_sheet", { practice_name: this.name });
      return this.sheet;
    } catch (thrown) {
      this.error = toWireError(thrown);
      return null;
    }
  }

  private check(): Record<string, string> {
    switch (this.step) {
      case "practice":
        return {
          ...(this.name.trim() ? {} : { name: t("setup-name-missing") }),
          ...(this.defaults?.zones.includes(this.zone) ? {} : { zone: t("setup-zone-wrong") }),
        };
      case "hours":
        return hoursFault(this.hours);
      case "providers":
        return named(this.providers) ? {} : { providers: t("setup-provider-missing") };
      case "chairs":
        return named(this.chairs) ? {} : { chairs: t("setup-chair-missing") };
      case "passphrase":
        if (this.passphrase.length < SHORTEST) {
          return { passphrase: t("passphrase-short", { shortest: SHORTEST }) };
        }
        return this.again === this.passphrase ? {} : { passphrase: t("passphrase-differs") };
      case "recovery":
        return bare(this.typedCode) === bare(this.defaults?.recovery_code ?? "")
          ? {}
          : { code: t("setup-code-wrong") };
    }
  }

  private async create(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const one = (name: string) => ({ id: null, name: name.trim(), hours: null, active: true, accept: false });
    const filled = (names: string[]): string[] => names.filter((name) => name.trim() !== "");
    try {
      const session = await this.app.call("session.create", {
        name: this.name.trim(),
        zone: this.zone,
        phone: this.phone.trim(),
        hours: $state.snapshot(this.hours),
        providers: filled(this.providers).map(one),
        chairs: filled(this.chairs).map(one),
        passphrase: this.passphrase,
        recovery_code: this.typedCode,
        keyring: this.keyring,
      });
      this.passphrase = this.again = this.typedCode = "";
      this.defaults = null;
      this.app.enter(session);
    } catch (thrown) {
      this.error = toWireError(thrown);
    } finally {
      this.busy = false;
    }
  }
}

const named = (names: string[]): boolean => names.some((name) => name.trim() !== "");

/** Shifts must end after they start and not overlap. */
export function hoursFault(hours: WeekHoursView): Record<string, string> {
  const wrong: Record<string, string> = {};
  hours.days.forEach((shifts, day) => {
    const sorted = shifts.map((one) => [minutesOf(one.from), minutesOf(one.to)] as const).sort((one, other) => one[0] - other[0]);
    const bad = sorted.some(([from, to], index) => from >= to || (sorted[index + 1]?.[0] ?? 1441) < to);
    if (bad) wrong[`day-${day}`] = t("hours-wrong");
  });
  return wrong;
}
