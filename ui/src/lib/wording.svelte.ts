import type { ChooseWording, WordingView } from "$/api/bindings";
import { speak } from "./text";

/** The language of the window and its clock, as the desktop has them or as a person chose on this machine. */
export class Wording {
  chosen = $state.raw<ChooseWording>({ language: "system", clock: "region" });
  /** Changes with the language; what stands on the screen is made anew by it. */
  spoken = $state("");

  /** `keep` puts the choice where the next start finds it, and tells what it comes to. */
  constructor(private readonly keep: (choice: ChooseWording) => Promise<WordingView | null>) {}

  async choose(choice: Partial<ChooseWording>): Promise<void> {
    const kept = await this.keep({ ...this.chosen, ...choice });
    if (kept) this.show(kept);
  }

  /** What was chosen before. */
  show({ language, clock, locale, twelve }: WordingView): void {
    speak(locale, twelve);
    this.chosen = { language, clock };
    this.spoken = `${locale} ${twelve}`;
  }
}
