import type { ExchangeFormat, ImportPreview, ImportProgress, RunImport, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { t } from "$/lib/text";
import { CalendarWish } from "./calendar.svelte";
import { openPurpose } from "./words";

const POLL_MS = 250;

/** Bringing in what another system kept: choose, look, run, report. */
export class Importing {
  format = $state<ExchangeFormat>("csv");
  path = $state("");
  preview = $state.raw<ImportPreview | null>(null);
  progress = $state.raw<ImportProgress | null>(null);
  error = $state.raw<WireError | null>(null);
  busy = $state(false);
  /** Column to field; an empty field leaves the column out. */
  map = $state<Record<string, string>>({});
  dateFormat = $state<string | null>(null);
  /** Of a calendar: whose it is, and which days. */
  readonly calendar = new CalendarWish();
  /** How often progress is asked for; tests wait less. */
  pollMs = POLL_MS;

  constructor(private readonly app: App) {}

  /** Whether a person has yet to say how dates are written. */
  readonly asksDate = $derived(
    this.preview !== null && this.preview.date_formats.length > 1 && this.dateFormat === null,
  );

  /** Whether a person has yet to say whose calendar it is. */
  readonly asksProvider = $derived(this.format === "ics" && this.calendar.provider === "");

  async pick(folder: boolean): Promise<void> {
    await this.trying(async () => {
      const purpose = folder ? "open_folder" : openPurpose(this.format);
      const { path } = await this.app.call("path.pick", { purpose, name: null });
      if (!path) return;
      this.path = path;
      await this.look(true);
    });
  }

  /** Reads the first rows; from the beginning it guesses the columns by their names. */
  async look(fresh: boolean): Promise<void> {
    if (fresh) {
      this.map = {};
      this.dateFormat = null;
      this.preview = null;
    }
    await this.trying(async () => {
      const preview = await this.app.call("import.preview", this.request());
      this.preview = preview;
      this.map = Object.fromEntries(preview.columns.map((column) => [column.name, column.field ?? ""]));
    });
  }

  async setField(column: string, field: string): Promise<void> {
    // A field is filled by one column: the one chosen last.
    if (field) for (const other of Object.keys(this.map)) if (this.map[other] === field) this.map[other] = "";
    this.map[column] = field;
    await this.look(false);
  }

  async setDateFormat(format: string): Promise<void> {
    this.dateFormat = format;
    await this.look(false);
  }

  async run(): Promise<void> {
    await this.trying(async () => {
      this.progress = await this.app.call("import.start", this.request());
      await this.follow();
    });
  }

  async cancel(): Promise<void> {
    await this.trying(async () => {
      this.progress = await this.app.call("import.cancel", null);
    });
  }

  /** An import that was begun before this screen was opened. */
  async resume(): Promise<void> {
    await this.trying(async () => {
      const progress = await this.app.call("import.progress", null);
      if (!progress.running) return;
      this.progress = progress;
      await this.follow();
    });
  }

  again(): void {
    this.progress = null;
    this.preview = null;
    this.error = null;
    this.path = "";
  }

  /** The refused rows, for a letter or a spreadsheet. */
  refusedText(): string {
    const refused = this.progress?.report?.refused ?? this.preview?.refused ?? [];
    return refused.map((row) => t("import-refused-line", { ...row, line: String(row.line) })).join("\n");
  }

  private async follow(): Promise<void> {
    while (this.progress?.running) {
      await new Promise((resolve) => setTimeout(resolve, this.pollMs));
      if (!this.progress?.running) return;
      const read = await this.app.call("import.progress", null);
      // It may have been stopped while this was asked.
      if (this.progress?.running) this.progress = read;
    }
    if (this.progress?.error) this.error = this.progress.error;
  }

  private request(): RunImport {
    return {
      paths: [this.path.trim()],
      format: this.format,
      // A column left out is sent too, so that its name is not guessed again.
      map: { ...this.map },
      date_format: this.dateFormat,
      calendar: this.format === "ics" ? this.calendar.toRead() : null,
    };
  }

  private async trying(work: () => Promise<void>): Promise<void> {
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
