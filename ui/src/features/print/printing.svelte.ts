import type { PrintedPages, PrintRequest, PrintWhat, WireError, WirePaper } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { Latest } from "$/lib/latest";
import { locale, t } from "$/lib/text";

/** What is about to be printed, and its pages. */
export class Printing {
  what = $state<PrintWhat>("day");
  date = $state("");
  paper = $state<WirePaper>(/-(US|CA|MX|PH)$/.test(locale) ? "letter" : "a4");
  landscape = $state(true);
  secret = $state(false);
  pages = $state.raw<PrintedPages | null>(null);
  error = $state.raw<WireError | null>(null);
  /** Until the pages are on the screen. */
  busy = $state(false);
  path = $state("");
  readonly ready = $derived(this.pages !== null && !this.busy);
  readonly request = $derived<PrintRequest>({
    what: this.what,
    date: this.date,
    paper: this.paper,
    landscape: this.landscape,
    private: this.secret,
  });
  private readonly latest = new Latest();

  constructor(private readonly app: App) {}

  render(request: PrintRequest): void {
    this.busy = true;
    this.latest.ask(
      () => this.app.call("print.render", request),
      (pages) => {
        this.pages = pages;
        this.error = null;
      },
      (thrown) => this.fail(thrown),
    );
  }

  drawn(): void {
    this.busy = false;
  }

  fail(thrown: unknown): void {
    this.error = toWireError(thrown);
    this.busy = false;
  }

  /** Asks the desktop where to put the PDF. */
  async saveAs(): Promise<void> {
    try {
      const picked = await this.app.call("path.pick", { purpose: "save_pdf", name: this.pages?.name ?? null });
      if (picked.path) await this.saveTo(picked.path);
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  async saveTo(path: string): Promise<void> {
    try {
      this.error = null;
      const saved = await this.app.call("print.save", { print: this.request, path: path.trim() });
      this.app.toasts.say(t("said-saved-pdf", { path: saved.path }));
    } catch (thrown) {
      this.fail(thrown);
    }
  }
}
