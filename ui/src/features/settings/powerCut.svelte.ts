import type { PowerCutView, WirePaper } from "$/api/bindings";
import { locale } from "$/lib/text";
import type { Settings } from "./settings.svelte";

/** The letters, digits and signs that the passphrase of a sheet has at least. */
const SHORTEST = 10;

/** How the sheet for a power cut is to be made, while it is written. */
export class PowerCutDraft {
  on = $state(false);
  at = $state("18:00");
  folder = $state("");
  encrypted = $state(true);
  paper = $state<WirePaper>("a4");
  keepDays = $state(7);
  /** Another passphrase is to take the place of the one there is. */
  changing = $state(false);
  fresh = $state("");
  again = $state("");

  constructor(view: PowerCutView) {
    this.on = view.on;
    this.at = view.at;
    this.folder = view.folder;
    this.encrypted = view.encrypted;
    // Before anybody chose, the paper of the region.
    this.paper = view.folder ? view.paper : /-(US|CA|MX|PH)$/.test(locale) ? "letter" : "a4";
    this.keepDays = view.keep_days;
  }

  /** Whether it can be saved: a new passphrase has to be written twice alike. */
  ready(view: PowerCutView): boolean {
    const asked = this.encrypted && (!view.has_passphrase || this.changing);
    if (!asked || (!this.on && !this.fresh)) return true;
    return this.fresh.length >= SHORTEST && this.fresh === this.again;
  }

  async save(settings: Settings): Promise<void> {
    const saved = await settings.savePowerCut({
      on: this.on,
      at: this.at,
      folder: this.folder.trim(),
      encrypted: this.encrypted,
      passphrase: this.encrypted && this.fresh ? this.fresh : null,
      paper: this.paper,
      keep_days: Number(this.keepDays) || 0,
    });
    if (!saved) return;
    this.changing = false;
    this.fresh = this.again = "";
  }

  async choose(settings: Settings): Promise<void> {
    const path = await settings.chooseFolder();
    if (path) this.folder = path;
  }

  make(settings: Settings): Promise<boolean> {
    return settings.makeSheet();
  }
}
