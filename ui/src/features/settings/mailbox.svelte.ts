import type { MailboxInput, MailboxTested, MailboxView, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { t } from "$/lib/text";

const EMPTY: MailboxInput = { host: "", port: 587, security: "starttls", user: "", password: null, token: false, from: "", reply_to: "" };

/** The mailbox that messages go out through, as it stands and as it is being written. */
export class MailboxDraft {
  there = $state.raw<MailboxView | null>(null);
  loaded = $state(false);
  draft = $state<MailboxInput>({ ...EMPTY });
  /** Empty leaves the saved one. */
  password = $state("");
  /** Who gets the test mail; empty is the mailbox itself. */
  testTo = $state("");
  tested = $state.raw<MailboxTested | null>(null);
  error = $state.raw<WireError | null>(null);
  busy = $state<"" | "saves" | "tests">("");
  /** The server was written by hand, and is not guessed from the address any more. */
  private own = false;

  readonly ready = $derived(
    this.draft.host.trim() !== "" && this.draft.from.trim() !== "" &&
      (this.draft.user.trim() === "" || this.password !== "" || this.there?.has_password === true),
  );

  constructor(private readonly app: App) {}

  async read(): Promise<void> {
    try {
      this.show(await this.app.call("mailbox.get", null));
    } catch (thrown) {
      this.error = toWireError(thrown);
    }
  }

  /** Fills in the server of an address, unless somebody wrote another. */
  async guess(): Promise<void> {
    const address = this.draft.from.trim();
    if (this.own || !address.includes("@")) return;
    try {
      const { host, port, security, user } = await this.app.call("mailbox.guess", { address });
      if (!this.own) Object.assign(this.draft, { host, port, security, user });
    } catch {
      // Nothing is filled in, and saving says what is wrong with the address.
    }
  }

  byHand(): void {
    this.own = true;
  }

  /** Sends a test mail by what is written, saved or not. */
  async test(): Promise<void> {
    await this.trying("tests", async () => {
      this.tested = null;
      this.tested = await this.app.call("mailbox.test", { to: this.testTo.trim() || this.draft.from.trim(), mailbox: this.written() });
    });
  }

  async save(): Promise<void> {
    await this.trying("saves", async () => {
      this.show(await this.app.call("mailbox.save", this.written()));
      this.app.toasts.say(t("said-saved"));
    });
  }

  async remove(): Promise<void> {
    await this.trying("saves", async () => {
      await this.app.call("mailbox.remove", null);
      this.tested = null;
      this.show(null);
      this.app.toasts.say(t("said-mailbox-removed"));
    });
  }

  wrong(field: string): string | null {
    return this.error?.field === field ? this.error.what : null;
  }

  private written(): MailboxInput {
    return { ...$state.snapshot(this.draft), password: this.password || null };
  }

  private show(there: MailboxView | null): void {
    this.there = there;
    this.loaded = true;
    this.password = "";
    this.own = there !== null;
    if (!there) {
      this.draft = { ...EMPTY };
      return;
    }
    const { host, port, security, user, token, from, reply_to } = there;
    this.draft = { host, port, security, user, token, from, reply_to, password: null };
  }

  private async trying(what: "saves" | "tests", work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = what;
    this.error = null;
    try {
      await work();
    } catch (thrown) {
      this.error = toWireError(thrown);
    } finally {
      this.busy = "";
    }
  }
}
