import type { ConsentView, ContactWay, MessageInFull, WireAnswered, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { RecordKind } from "$/api/transport";
import type { App } from "$/lib/app.svelte";
import { Latest } from "$/lib/latest";
import { concernsMessages, SETTLES_MS } from "$/lib/messageKinds";
import { t } from "$/lib/text";

/** What a patient gets, got and did not get, and what they agreed to. */
export class PatientMessages {
  rows = $state.raw<MessageInFull[] | null>(null);
  consents = $state.raw<ConsentView[]>([]);
  /** The only ways by which they wish to be reached; none is every usual one. */
  only = $state.raw<ContactWay[]>([]);
  error = $state.raw<WireError | null>(null);
  private readonly latest = new Latest();

  constructor(private readonly app: App, private readonly patient: string) {}

  heard(kinds: RecordKind[]): void {
    if (concernsMessages(kinds)) this.read(SETTLES_MS);
  }

  read(waitMs = 0): void {
    const { patient } = this;
    this.latest.ask(
      () => Promise.all([
        this.app.call("message.of_patient", { patient }), this.app.call("consent.of_patient", { patient }), this.app.call("contact_wish.of_patient", { patient }),
      ]),
      ([rows, consents, { only }]) => {
        this.rows = rows;
        this.consents = consents;
        this.only = only;
        this.error = null;
      },
      (thrown) => (this.error = toWireError(thrown)),
      waitMs,
    );
  }

  /** Writes down what the patient said at the desk. */
  async answer({ channel, kind }: ConsentView, answered: WireAnswered): Promise<void> {
    await this.trying(async () => {
      this.consents = await this.app.call("consent.save", { patient: this.patient, channel, kind, answered, source: t("consent-at-desk") });
      this.app.toasts.say(t("said-saved"));
    });
  }

  async wish(only: ContactWay[]): Promise<void> {
    await this.trying(async () => {
      ({ only: this.only } = await this.app.call("contact_wish.save", { patient: this.patient, only }));
      this.app.done(t("said-saved"));
    });
  }

  async resend(id: string): Promise<void> {
    await this.trying(async () => {
      await this.app.call("message.resend", { id });
      this.app.toasts.say(t("said-message-again"));
    });
  }

  private async trying(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.read();
    } catch (thrown) {
      this.error = toWireError(thrown);
    }
  }
}
