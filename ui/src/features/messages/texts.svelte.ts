import type {
  MessageField, MessageTextPreview, MessageTextView, PatientHit, WireChannel, WireError, WireMessageKind, WireTextPart,
} from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { Latest } from "$/lib/latest";
import { t } from "$/lib/text";

const WAIT_MS = 150;
const once = <One>(all: One[]): One[] => all.filter((one, index) => all.indexOf(one) === index);

/** What messages say, and one of their texts as it is being written. */
export class Texts {
  texts = $state.raw<MessageTextView[]>([]);
  languages = $state.raw<string[]>([]);
  fields = $state.raw<MessageField[]>([]);
  kind = $state<WireMessageKind>("reminder");
  channel = $state<WireChannel>("email");
  language = $state("");
  subject = $state("");
  body = $state("");
  /** Whose next visit is filled in; none is somebody made up. */
  patient = $state.raw<PatientHit | null>(null);
  preview = $state.raw<MessageTextPreview | null>(null);
  error = $state.raw<WireError | null>(null);
  busy = $state(false);
  private readonly latest = new Latest();

  readonly kinds = $derived(once(this.texts.map((one) => one.kind)));
  readonly channels = $derived(once(this.texts.filter((one) => one.kind === this.kind).map((one) => one.channel)));
  readonly standing = $derived(
    this.texts.find((one) => one.kind === this.kind && one.channel === this.channel && one.language === this.language) ?? null,
  );
  readonly changed = $derived(this.standing !== null && (this.subject !== this.standing.subject || this.body !== this.standing.body));

  constructor(private readonly app: App) {}

  async read(): Promise<void> {
    await this.trying(async () => {
      await this.readTexts();
      this.language ||= this.languages[0] ?? "";
      await this.open();
    });
  }

  /** Shows the text of what is chosen. */
  async choose(part: Partial<{ kind: WireMessageKind; channel: WireChannel; language: string }>): Promise<void> {
    Object.assign(this, part);
    if (!this.channels.includes(this.channel)) this.channel = this.channels[0] ?? "email";
    await this.trying(() => this.open());
  }

  write(part: Partial<{ subject: string; body: string }>): void {
    Object.assign(this, part);
    this.look(WAIT_MS);
  }

  fillIn(patient: PatientHit | null): void {
    this.patient = patient;
    this.look(0);
  }

  save(): Promise<void> {
    const { kind, channel, language, subject, body } = this;
    return this.trying(async () => {
      await this.app.call("message_text.save", { kind, channel, language, subject, body });
      await this.readTexts();
      this.app.done(t("said-saved"));
    });
  }

  /** Goes back to the text that comes with Daybook. */
  shipped(): Promise<void> {
    const { kind, channel, language } = this;
    return this.trying(async () => {
      await this.app.call("message_text.remove", { kind, channel, language });
      await this.readTexts();
      await this.open();
      this.app.done(t("said-saved"));
    });
  }

  /** What is wrong with a part as it is written. */
  wrong(part: WireTextPart): string | null {
    const found = this.preview?.errors.find((one) => one.part === part);
    return found?.words ?? (this.error?.field === part ? this.error.what : null);
  }

  private async readTexts(): Promise<void> {
    ({ texts: this.texts, languages: this.languages } = await this.app.call("message_text.list", { kind: null, language: null }));
  }

  private async open(): Promise<void> {
    this.subject = this.standing?.subject ?? "";
    this.body = this.standing?.body ?? "";
    this.fields = await this.app.call("message_text.fields", { kind: this.kind });
    this.look(0);
  }

  private look(waitMs: number): void {
    const { kind, channel, language, subject, body } = this;
    this.latest.ask(
      () => this.app.call("message_text.preview", { kind, channel, language, subject, body, patient: this.patient?.id ?? null }),
      (preview) => (this.preview = preview),
      (thrown) => (this.error = toWireError(thrown)),
      waitMs,
    );
  }

  private async trying(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
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
