import type { MessageRuleKind, MessageRuleView, MessageSettings, SaveMessageRule, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { t } from "$/lib/text";

/** By what messages go out, and when none does. */
export class MessageOffice {
  settings = $state<MessageSettings | null>(null);
  rules = $state.raw<MessageRuleView[]>([]);
  /** What kinds of messages there are, and when each can go out. */
  kinds = $state.raw<MessageRuleKind[]>([]);
  error = $state.raw<WireError | null>(null);
  busy = $state(false);

  constructor(private readonly app: App) {}

  async read(): Promise<void> {
    await this.trying(async () => {
      this.settings = await this.app.call("message.settings", null);
      await this.readRules();
    });
  }

  async save(): Promise<void> {
    const { settings } = this;
    if (!settings) return;
    await this.trying(async () => {
      this.settings = await this.app.call("message.save_settings", $state.snapshot(settings));
      this.app.toasts.say(t("said-saved"));
    });
  }

  saveRule(rule: SaveMessageRule): Promise<boolean> {
    return this.trying(async () => {
      await this.app.call("message_rule.save", rule);
      await this.readRules();
      this.app.toasts.say(t("said-saved"));
    });
  }

  removeRule(id: string): Promise<boolean> {
    return this.trying(async () => {
      await this.app.call("message_rule.remove", { id });
      await this.readRules();
      this.app.toasts.say(t("said-saved"));
    });
  }

  private async readRules(): Promise<void> {
    ({ rules: this.rules, kinds: this.kinds } = await this.app.call("message_rule.list", null));
  }

  wrong(field: string): string | null {
    return this.error?.field === field ? this.error.what : null;
  }

  private async trying(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.error = null;
    try {
      await work();
      return true;
    } catch (thrown) {
      this.error = toWireError(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
