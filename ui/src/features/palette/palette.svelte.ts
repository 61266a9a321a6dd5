import type { PatientHit, WireSpan } from "$/api/bindings";
import type { App } from "$/lib/app.svelte";
import { shortWeekdayDate } from "$/lib/format";
import { Latest } from "$/lib/latest";
import { parseDate, parseWeekday } from "$/lib/parse";
import { sections } from "$/lib/sections";
import { t, unmarked } from "$/lib/text";
import { addDays } from "$/lib/time";

export interface Command {
  id: string;
  label: string;
  key: string;
  run: () => void;
}

const WAIT_MS = 20;
const HITS = 8;

/** What Ctrl+K finds: patients as one types, dates, and commands. */
export class PaletteSearch {
  text = $state("");
  hits = $state.raw<PatientHit[]>([]);
  private readonly latest = new Latest();
  private readonly commands: Command[];

  constructor(private readonly app: App) {
    const { router, theme } = app;
    this.commands = [
      { id: "today", label: t("command-today"), key: "T", run: () => router.go({ screen: "day", date: app.today, visit: null }) },
      { id: "tomorrow", label: t("command-tomorrow"), key: "", run: () => router.go({ screen: "day", date: addDays(app.today, 1), visit: null }) },
      { id: "board", label: t("board-title"), key: "W", run: () => router.go({ screen: "board" }) },
      { id: "end", label: t("end-title"), key: "E", run: () => router.go({ screen: "end" }) },
      { id: "print", label: t("command-print"), key: "P", run: () => router.go({ screen: "print", date: this.shownDate() }) },
      { id: "patients", label: t("rail-patients"), key: "I", run: () => router.go({ screen: "patients" }) },
      { id: "lists", label: t("rail-lists"), key: "L", run: () => router.go({ screen: "lists", list: "unscheduled" }) },
      { id: "asap", label: t("list-asap"), key: "", run: () => router.go({ screen: "lists", list: "asap" }) },
      { id: "waiting", label: t("list-waiting"), key: "", run: () => router.go({ screen: "lists", list: "waiting" }) },
      { id: "messages", label: t("rail-messages"), key: "", run: () => router.go({ screen: "messages", tab: "desk" }) },
      { id: "messages-coming", label: t("messages-coming"), key: "", run: () => router.go({ screen: "messages", tab: "coming" }) },
      { id: "new-patient", label: t("patients-new"), key: "", run: () => router.go({ screen: "patient", id: null, edit: true }) },
      { id: "undo", label: t("command-undo"), key: "Ctrl Z", run: () => void app.undo() },
      { id: "redo", label: t("command-redo"), key: "Ctrl Y", run: () => void app.redo() },
      { id: "block-out", label: t("command-block-out"), key: "K", run: () => this.onSchedule(() => (app.blocking = true)) },
      { id: "import", label: t("import-title"), key: "", run: () => router.go({ screen: "import" }) },
      ...sections().map(({ id, label }) => ({
        id: `settings-${id}`, label: t("command-settings", { section: label }), key: "", run: () => router.go({ screen: "settings", section: id }),
      })),
      { id: "light", label: t("command-light"), key: "", run: () => theme.choose("light") },
      { id: "dark", label: t("command-dark"), key: "", run: () => theme.choose("dark") },
      { id: "keys", label: t("keys-title"), key: "?", run: () => (app.keysShown = true) },
      { id: "lock", label: t("rail-lock"), key: "Ctrl L", run: () => void app.lock() },
    ];
  }

  readonly found = $derived.by((): Command[] => {
    const wanted = this.text.trim().toLowerCase();
    const matching = [...this.commands, ...this.looks(), ...this.saved()].filter((command) => unmarked(command.label).toLowerCase().includes(wanted));
    const date = parseDate(wanted, this.app.today) ?? parseWeekday(wanted, this.app.today);
    if (!date) return matching;
    return [{
      id: `date-${date}`,
      label: t("command-date", { date: shortWeekdayDate(date) }),
      key: "",
      run: () => this.app.router.go({ screen: "day", date, visit: null }),
    }, ...matching];
  });

  type(text: string): void {
    this.text = text;
    if (!text.trim()) {
      this.latest.drop();
      this.hits = [];
      return;
    }
    this.latest.ask(
      () => this.app.call("patient.search", { text, limit: HITS }),
      (hits) => (this.hits = hits),
      () => (this.hits = []),
      WAIT_MS,
    );
  }

  /** Takes the first of what was found, once that is the answer to what was typed. */
  takeFirst(patient: (id: string) => void, command: (command: Command) => void): void {
    this.latest.whenSettled(() => {
      const [hit] = this.hits;
      const [first] = this.found;
      if (hit) patient(hit.id);
      else if (first) command(first);
    });
  }

  /** Whether what is shown answers an older text. */
  get pending(): boolean {
    return this.latest.pending;
  }

  clear(): void {
    this.latest.drop();
    this.text = "";
    this.hits = [];
  }

  /** The ways to look at the schedule. */
  private looks(): Command[] {
    const labels: [WireSpan, string][] = [
      ["day", t("command-day")], ["week", t("command-week")], ["month", t("command-month")], ["agenda", t("command-agenda")],
    ];
    return labels.map(([span, label], index) => ({
      id: `look-${span}`, label, key: String(index + 1), run: () => this.onSchedule(() => this.app.views.span(span)),
    }));
  }

  /** The saved views. */
  private saved(): Command[] {
    return this.app.views.saved.map((view) => ({
      id: `view-${view.id}`,
      label: t("command-view", { name: view.name }),
      key: view.key ? `F${view.key}` : "",
      run: () => this.onSchedule(() => this.app.views.choose(view)),
    }));
  }

  private onSchedule(look: () => void): void {
    look();
    const { route } = this.app.router;
    if (route.screen !== "day") this.app.router.go({ screen: "day", date: null, visit: null });
  }

  private shownDate(): string | null {
    const { route } = this.app.router;
    return route.screen === "day" ? route.date : null;
  }
}
