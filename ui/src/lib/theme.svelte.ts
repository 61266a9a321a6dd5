import type { WireTheme } from "$/api/bindings";

/** Light or dark, as the desktop has it or as a person chose on this machine. */
export class Theme {
  choice = $state<WireTheme>("system");
  private readonly system = matchMedia("(prefers-color-scheme: dark)");

  /** `keep` puts the choice where the next start finds it; the page itself remembers nothing. */
  constructor(private readonly keep: (choice: WireTheme) => void) {
    this.system.addEventListener("change", () => this.apply());
    this.apply();
  }

  choose(choice: WireTheme): void {
    this.show(choice);
    this.keep(choice);
  }

  /** What was chosen before. */
  show(choice: WireTheme): void {
    this.choice = choice;
    this.apply();
  }

  private apply(): void {
    const dark = this.choice === "dark" || (this.choice === "system" && this.system.matches);
    document.documentElement.dataset["theme"] = dark ? "dark" : "light";
  }
}
