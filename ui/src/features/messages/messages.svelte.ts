import type { MailboxTrouble, MessageInFull, MessageView, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { RecordKind } from "$/api/transport";
import type { App } from "$/lib/app.svelte";
import { Latest } from "$/lib/latest";
import { concernsMessages, SETTLES_MS } from "$/lib/messageKinds";
import type { MessageTab } from "$/lib/router.svelte";
import { t } from "$/lib/text";
import { addDays } from "$/lib/time";

/** Messages that have something in common. */
export interface MessageGroup {
  title: string;
  rows: MessageInFull[];
  /** Whether somebody can see to them otherwise. */
  settles: boolean;
}

/** Days ahead of which the messages are shown. */
const AHEAD = 14;

/** What goes to patients, what went, and what somebody has to see to. */
export class Messages {
  tab = $state<MessageTab>("desk");
  groups = $state.raw<MessageGroup[] | null>(null);
  /** What keeps messages from going. */
  trouble = $state.raw<MailboxTrouble | null>(null);
  error = $state.raw<WireError | null>(null);
  busy = $state(false);
  private readonly latest = new Latest();

  constructor(private readonly app: App) {}

  open(tab: MessageTab): void {
    if (tab !== this.tab) this.groups = null;
    this.tab = tab;
    this.read();
  }

  heard(kinds: RecordKind[]): void {
    if (concernsMessages(kinds)) this.read(SETTLES_MS);
  }

  read(waitMs = 0): void {
    this.latest.ask(
      () => this.ask(),
      (groups) => {
        this.groups = groups.filter(({ rows }) => rows.length > 0);
        this.error = null;
      },
      (thrown) => (this.error = toWireError(thrown)),
      waitMs,
    );
  }

  /** Sends one once more that may not have got there. */
  resend(id: string): Promise<void> {
    return this.settle("message.resend", id, t("said-message-again"));
  }

  /** Somebody saw to it: called, or told otherwise. */
  done(id: string): Promise<void> {
    return this.settle("message.done", id, t("said-message-done"));
  }

  private async settle(command: "message.resend" | "message.done", id: string, said: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await this.app.call(command, { id });
      this.app.toasts.say(said);
      this.read();
    } catch (thrown) {
      this.error = toWireError(thrown);
    } finally {
      this.busy = false;
    }
  }

  /** What does not go any more for a visit that has begun is of no interest. */
  private comes({ send_at, about }: MessageView): boolean {
    return send_at !== null || about.some(({ start }) => start === null || start > this.app.now);
  }

  private async ask(): Promise<MessageGroup[]> {
    const { today } = this.app;
    if (this.tab === "coming") return [listed((await this.app.call("message.plan", { from: today, to: addDays(today, AHEAD) })).filter((one) => this.comes(one)))];
    if (this.tab === "sent") return [listed(await this.app.call("message.list", null))];
    const { trouble, failed, unknown, unreached, calls } = await this.app.call("message.desk", null);
    this.trouble = trouble;
    return [
      { title: t("messages-calls"), rows: calls, settles: true },
      { title: t("messages-failed"), rows: failed, settles: false },
      { title: t("messages-unknown"), rows: unknown, settles: true },
      { title: t("messages-unreached"), rows: unreached, settles: false },
    ];
  }
}

const listed = (messages: MessageView[]): MessageGroup => ({ title: "", settles: false, rows: messages.map((message) => ({ message, words: null, may_resend: false })) });
