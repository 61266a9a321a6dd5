import type { MessageView, WireChannel, WireLead, WireMessageKind } from "$/api/bindings";
import type { SignName } from "$/components/signs";
import { t } from "$/lib/text";

const KINDS: Record<WireMessageKind, () => string> = {
  booking_confirmation: () => t("message-booking-confirmation"),
  moved: () => t("message-moved"),
  cancelled: () => t("message-cancelled"),
  reminder: () => t("message-reminder"),
  please_confirm: () => t("message-please-confirm"),
  missed_visit: () => t("message-missed-visit"),
  follow_up: () => t("message-follow-up"),
  survey: () => t("message-survey"),
  birthday: () => t("message-birthday"),
  medication: () => t("message-medication"),
};
export const kindName = (kind: WireMessageKind): string => KINDS[kind]();

const CHANNELS: Record<WireChannel, () => string> = {
  email: () => t("channel-email"),
  sms: () => t("channel-sms"),
  phone: () => t("channel-phone"),
  desktop: () => t("channel-desktop"),
};
export const channelName = (channel: WireChannel): string => CHANNELS[channel]();

const LEADS: Record<WireLead["when"], () => string> = {
  at_once: () => t("lead-at-once"),
  days_before: () => t("lead-days-before"),
  hours_before: () => t("lead-hours-before"),
  hours_after: () => t("lead-hours-after"),
  days_after: () => t("lead-days-after"),
};
export const leadName = (when: WireLead["when"], kind: WireMessageKind): string =>
  kind === "birthday" && when === "days_before" ? t("lead-days-birthday") : LEADS[when]();

/** How far a message has come: a sign and a word, never a colour alone. */
export interface Progress {
  sign: SignName;
  word: string;
  wrong: boolean;
}

export function progressOf({ state }: Pick<MessageView, "state">): Progress {
  const of = (sign: SignName, word: string, wrong = false): Progress => ({ sign, word, wrong });
  switch (state) {
    case "planned": return of("ring", t("message-planned"));
    case "claimed": return of("ring", t("message-claimed"));
    case "accepted": return of("check", t("message-accepted"));
    case "transient": return of("ring", t("message-transient"));
    case "permanent": return of("cross", t("message-permanent"), true);
    case "unknown": return of("question", t("message-unknown"), true);
    case "withdrawn": return of("dot", t("message-withdrawn"));
    default: return of("dot", t("message-unsent"));
  }
}
