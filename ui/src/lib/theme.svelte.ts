export type ThemeChoice = "system" | "light" | "dark";
const KEY = "daybook.theme";

/** Light or dark, as the desktop has it or as a person chose on this machine. */
export class Theme {
  choice = $state<ThemeChoice>(stored());
  private readonly system = matchMedia("(prefers-color-scheme: dark)");

  constructor() {
    this.system.addEventListener("change", () => this.apply());
    this.apply();
  }

  choose(choice: ThemeChoice): void {
    this.choice = choice;
    localStorage.setItem(KEY, choice);
    this.apply();
  }

  private apply(): void {
    const dark = this.choice === "dark" || (this.choice === "system" && this.system.matches);
    document.documentElement.dataset["theme"] = dark ? "dark" : "light";
  }
}

function stored(): ThemeChoice {
  const value = localStorage.getItem(KEY);
  return value === "light" || value === "dark" ? value : "system";
}
