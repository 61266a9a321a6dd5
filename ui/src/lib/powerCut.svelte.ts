import type { PowerCutView } from "$/api/bindings";
import { hasCode } from "$/api/error";
import type { App } from "./app.svelte";
import { t } from "./text";

/** The sheet for a power cut: how it is made, and what hinders it. */
export class PowerCut {
  view = $state.raw<PowerCutView | null>(null);

  constructor(private readonly app: App) {}

  /** What hinders the sheet that is due, in a sentence; empty when nothing does. */
  readonly hindered = $derived.by(() => {
    const failed = this.view?.failed;
    return failed ? t("power-cut-failed", { what: failed.what, next: failed.next }) : "";
  });

  async read(): Promise<void> {
    try {
      this.show(await this.app.call("power_cut.get", null));
    } catch (thrown) {
      // A row that cannot be read is told in the settings, where it can be written anew.
      if (!hasCode(thrown, "locked")) this.view = null;
    }
  }

  show(view: PowerCutView): void {
    const before = this.hindered;
    this.view = view;
    if (this.hindered && this.hindered !== before) this.app.toasts.say(this.hindered, { tone: "error" });
  }

  forget(): void {
    this.view = null;
  }
}
