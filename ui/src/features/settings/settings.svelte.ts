import type { Commands, DoctorView, PracticeView, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { t } from "$/lib/text";

type SavingCommand =
  | "practice.save" | "provider.save" | "chair.save" | "appointment_type.save" | "closure.save" | "closure.remove"
  | "block_out_type.save" | "hours.except";

/** Saving what the practice is made of; every answer is the practice as it stands then. */
export class Settings {
  error = $state.raw<WireError | null>(null);
  busy = $state(false);
  doctor = $state.raw<DoctorView | null>(null);

  constructor(private readonly app: App) {}

  save<Name extends SavingCommand>(name: Name, request: Commands[Name]["request"]): Promise<boolean> {
    return this.trying(async () => {
      this.app.practice = (await this.app.call(name, request)) as PracticeView;
      this.app.done(t("said-saved"));
    });
  }

  changePassphrase(old_passphrase: string, new_passphrase: string): Promise<boolean> {
    return this.trying(async () => {
      await this.app.call("session.change_passphrase", { old_passphrase, new_passphrase });
      this.app.toasts.say(t("said-passphrase-changed"));
    });
  }

  checkUp(): Promise<boolean> {
    this.doctor = null;
    return this.trying(async () => {
      this.doctor = await this.app.call("doctor.run", null);
    });
  }

  savePowerCut(request: Commands["power_cut.save"]["request"]): Promise<boolean> {
    return this.trying(async () => {
      this.app.powerCut.show(await this.app.call("power_cut.save", request));
      this.app.done(t("said-saved"));
    });
  }

  /** Asks the desktop for a folder; none when the person thought better of it. */
  async chooseFolder(): Promise<string | null> {
    let path: string | null = null;
    await this.trying(async () => {
      path = (await this.app.call("path.pick", { purpose: "open_folder", name: null })).path;
    });
    return path;
  }

  /** Makes the sheet of the next working day now, to see that it works. */
  makeSheet(): Promise<boolean> {
    return this.trying(async () => {
      const made = await this.app.call("power_cut.make", null);
      this.app.toasts.say(t("said-saved-pdf", { path: made.path }));
      await this.app.powerCut.read();
    });
  }

  wrong(field: string): string | null {
    return this.error?.field === field ? this.error.what : null;
  }

  private async trying(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.error = null;
    try {
      await work();
      return true;
    } catch (thrown) {
      this.error = toWireError(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
