import type {
  ConsentView, ContactWay, MailboxView, MessageField, MessageInFull, MessageRuleKind, MessageRuleView, MessageSettings, MessageTextView, MessageView, StopView, WireChannel, WireConsentKind, WireLead,
  WireMessageKind,
} from "../bindings";
import { addDays, addMinutes } from "$/lib/time";
import { refusal } from "./errors";
import type { FakeState, Handlers } from "./state";

const rule = (id: string, kind: WireMessageKind, lead: WireLead, channels: WireChannel[], active: boolean, words: string): MessageRuleView => ({
  id, kind, types: [], lead, channels, active, words, position: Number(id.slice(1)),
});
const BEFORE: WireLead[] = [{ when: "days_before", days: 1, at: "10:00" }, { when: "hours_before", hours: 3 }];
const AFTER: WireLead[] = [{ when: "hours_after", hours: 2 }, { when: "days_after", days: 1, at: "10:00" }];
const KINDS: MessageRuleKind[] = [
  { kind: "booking_confirmation", leads: [{ when: "at_once" }], of_visits: true },
  { kind: "please_confirm", leads: BEFORE, of_visits: true },
  { kind: "reminder", leads: BEFORE, of_visits: true },
  { kind: "survey", leads: AFTER, of_visits: true },
  { kind: "birthday", leads: [{ when: "days_before", days: 0, at: "10:00" }], of_visits: false },
];
const CONSENT_KINDS: WireConsentKind[] = ["appointments", "recalls", "surveys", "marketing"];

/** Messages of a practice in memory: what goes out is made up from its visits. */
class FakeMessages {
  mailbox: MailboxView | null = null;
  settings: MessageSettings = { channels: ["phone"], quiet_from: "20:00", quiet_to: "08:00", quiet_closures: true, of_age: 16, sender: "", review_link: "" };
  rules: MessageRuleView[] = [
    rule("r1", "booking_confirmation", { when: "at_once" }, ["email", "sms"], true, "When it is booked, by e-mail, else by text"),
    rule("r2", "please_confirm", { when: "days_before", days: 3, at: "10:00" }, ["email", "sms"], true, "3 days before at 10:00, by e-mail, else by text"),
    rule("r3", "reminder", { when: "days_before", days: 1, at: "10:00" }, ["sms", "email"], true, "1 day before at 10:00, by text, else by e-mail"),
    rule("r4", "survey", { when: "hours_after", hours: 2 }, ["email"], false, "2 hours after, by e-mail"),
  ];
  texts = SHIPPED;
  again = new Set<string>();
  stops: StopView[] = [];
  readonly wishes = new Map<string, ContactWay[]>();
  readonly consents = new Map<string, ConsentView[]>();

  constructor(private readonly state: FakeState) {}

  /** One of each kind of fate, for looks. */
  of(from: string, to: string): MessageView[] {
    const coming = this.state.visits.filter(({ start, status }) => start.slice(0, 10) >= from && start.slice(0, 10) <= to && status === "scheduled");
    return coming.slice(0, 60).map((visit, index) => {
      const reached = index % 7 !== 6;
      const at = addMinutes(addDays(visit.start.slice(0, 10), -1).concat("T10:00:00"), 0);
      return {
        id: reached ? `m-${visit.id}` : null, kind: index % 3 === 0 ? "please_confirm" : "reminder",
        about: [{ patient: visit.patient, patient_name: visit.patient_name, start: visit.start }],
        channel: reached ? "email" : null, to: visit.patient_name, address: reached ? "patient@example.org" : "",
        send_at: reached ? `${at}Z` : null, send_at_local: reached ? at : null, state: reached ? "planned" : "unsent",
        why: reached ? null : "No address and no number that may be used.", for_desk: !reached, attempts: 0,
      };
    });
  }

  sent(): MessageView[] {
    const { visits } = this.state;
    const fates: [string, string | null][] = [["accepted", null], ["accepted", null], ["permanent", "The server does not know this address."], ["unknown", "The line broke before the server answered."]];
    return visits.filter(({ status }) => status === "completed").slice(0, 24).map((visit, index) => {
      const [state, why] = fates[index % fates.length] ?? ["accepted", null];
      const id = `s-${visit.id}`;
      const at = addDays(visit.start.slice(0, 10), -1).concat("T10:00:00");
      return {
        id, kind: "reminder", about: [{ patient: visit.patient, patient_name: visit.patient_name, start: visit.start }], channel: "email",
        to: visit.patient_name, address: "patient@example.org", send_at: `${at}Z`, send_at_local: at,
        state: this.again.has(id) ? "planned" : state, why: this.again.has(id) ? null : why, for_desk: why !== null && !this.again.has(id), attempts: 1,
      };
    });
  }

  consentsOf(patient: string): ConsentView[] {
    const known = this.consents.get(patient);
    if (known) return known;
    const all = CONSENT_KINDS.flatMap((kind) => (["email", "sms", "phone"] as const).map((channel): ConsentView => ({ kind, channel, answered: "unknown", source: "", at: null, allowed: kind === "appointments" || kind === "recalls" })));
    this.consents.set(patient, all);
    return all;
  }
}

const GUESSED = { port: 587, security: "starttls" as const, token: false, reply_to: "", certain: false };

const text = (kind: WireMessageKind, channel: WireChannel, subject: string, body: string): MessageTextView => ({
  kind, channel, language: "en", subject, body, own: false, warnings: [], sms: null,
});
const SHIPPED: MessageTextView[] = [
  text("reminder", "email", "Your visit on {day}", "Hello {first_name},\n\nwe expect you on {day} at {time}.\n\n{practice}, {phone}"),
  text("reminder", "sms", "", "{first_name}, we expect you on {day} at {time}. {practice}, {phone}"),
];
const FIELDS: MessageField[] = [
  { name: "first_name", explanation: "First name of the patient", tells_too_much: false },
  { name: "day", explanation: "Day of the visit", tells_too_much: false },
  { name: "time", explanation: "When it begins", tells_too_much: false },
  { name: "type", explanation: "Type of the visit: says what for", tells_too_much: true },
];
const FILLED: Record<string, string> = { first_name: "Alex", day: "Monday, 30 November", time: "09:30", practice: "Linden Street Dental", phone: "030 5550100", type: "Root canal" };

const inFull = (message: MessageView): MessageInFull => ({
  message, may_resend: message.state === "permanent" || message.state === "unknown",
  words: message.state === "unsent" ? null : { subject: "Your visit", text: "Hello,\n\nwe expect you.", language: "en", said: message.state !== "planned" },
});

export function messageHandlers(state: FakeState): Handlers {
  const fake = new FakeMessages(state);
  const { now } = state.practice;
  return {
    "mailbox.get": () => fake.mailbox,
    "mailbox.guess": ({ address }) => ({ ...GUESSED, host: `mail.${address.split("@")[1] ?? ""}`, user: address, from: address }),
    "mailbox.save": ({ password, ...rest }) => {
      if (!rest.from.includes("@")) throw refusal("invalid", "This is no e-mail address.", "Write it as name@practice.org.", { field: "from" });
      fake.mailbox = { ...rest, has_password: password !== null || fake.mailbox?.has_password === true, active: true, trouble: null };
      fake.settings = { ...fake.settings, channels: ["email", "phone"] };
      return fake.mailbox;
    },
    "mailbox.remove": () => {
      fake.mailbox = null;
      fake.settings = { ...fake.settings, channels: ["phone"] };
      return null;
    },
    "mailbox.test": ({ mailbox }) =>
      mailbox?.password === "wrong"
        ? { ok: false, server: mailbox.host, encrypted: true, step: "login", what: "The server does not accept the user name or the password.", todo: "Write both anew. Many mailboxes want an app password.", said: "535 5.7.8 Bad credentials" }
        : { ok: true, server: mailbox?.host ?? fake.mailbox?.host ?? "", encrypted: true, step: null, what: null, todo: null, said: null },
    "message.settings": () => fake.settings,
    "message.save_settings": (settings) => (fake.settings = settings),
    "message_rule.list": () => ({ rules: fake.rules, kinds: KINDS }),
    "message_rule.save": ({ id, ...rest }) => {
      const saved = { ...rest, id: id ?? state.newId("rule"), words: "3 hours before, by e-mail", position: fake.rules.length };
      fake.rules = id ? fake.rules.map((one) => (one.id === id ? { ...one, ...rest } : one)) : [...fake.rules, saved];
      return saved;
    },
    "message_rule.remove": ({ id }) => {
      fake.rules = fake.rules.filter((one) => one.id !== id);
      return null;
    },
    "message_text.list": () => ({ languages: ["en"], texts: fake.texts }),
    "message_text.fields": () => FIELDS,
    "message_text.preview": ({ channel, subject, body, patient }) => {
      const first = patient ? state.patients.find(({ id }) => id === patient)?.fields.given : undefined;
      const filled = (template: string): string => template.replace(/\{(\w+)\}/g, (_, name: string) => (name === "first_name" && first) || FILLED[name] || "");
      const strange = [...body.matchAll(/\{(\w+)\}/g)].filter((match) => !(match[1] as string in FILLED));
      const characters = filled(body).length;
      return {
        subject: filled(subject), text: filled(body), sms: channel === "sms" ? { characters, segments: Math.ceil(characters / 160), left: 0, unicode: false, dear: [] } : null,
        warnings: body.includes("{type}") ? [{ part: "body", place: null, words: "It says what the visit is for." }] : [],
        errors: strange.map((match) => ({ part: "body", place: null, words: `There is no field ${match[0]}.` })),
      };
    },
    "message_text.save": (request) => {
      const saved: MessageTextView = { ...request, own: true, warnings: [], sms: null };
      fake.texts = fake.texts.map((one) => (one.kind === request.kind && one.channel === request.channel ? saved : one));
      return saved;
    },
    "message_text.remove": (request) => {
      const of = (one: MessageTextView): boolean => one.kind === request.kind && one.channel === request.channel;
      fake.texts = fake.texts.map((one) => (of(one) ? (SHIPPED.find(of) ?? one) : one));
      return fake.texts.find(of) as MessageTextView;
    },
    "message.plan": ({ from, to }) => fake.of(from, to),
    "message.list": () => fake.sent(),
    "message.desk": () => {
      const rows = fake.sent().filter((one) => one.for_desk);
      const of = (state: string): MessageInFull[] => rows.filter((one) => one.state === state).map(inFull);
      const unreached = fake.of(now.slice(0, 10), "9999-12-31").filter((one) => one.state === "unsent").slice(0, 3).map(inFull);
      return { trouble: null, count: rows.length + unreached.length, failed: of("permanent"), unknown: of("unknown"), unreached, calls: [] };
    },
    "message.of_patient": ({ patient }) =>
      [...fake.of(now.slice(0, 10), "9999-12-31"), ...fake.sent()].filter((one) => one.about.some((about) => about.patient === patient)).map(inFull),
    "message.done": ({ id }) => {
      const failed = fake.sent().some((one) => one.id === id && one.state === "permanent");
      if (failed) throw refusal("invalid", "The message failed.", "Send it again, or call.");
      fake.again.add(id);
      return null;
    },
    "message.resend": ({ id }) => {
      fake.again.add(id);
      return null;
    },
    "contact_wish.of_patient": ({ patient }) => ({ patient, only: fake.wishes.get(patient) ?? [] }),
    "contact_wish.save": ({ patient, only }) => {
      fake.wishes.set(patient, only);
      return { patient, only };
    },
    "stop_list.list": () => fake.stops,
    "stop_list.add": (request) => {
      const stop: StopView = { ...request, id: state.newId("stop"), since: `${now}:00Z`, stopped_by: "desk", removable: true };
      fake.stops = [...fake.stops, stop];
      return stop;
    },
    "stop_list.remove": ({ id, why }) => {
      if (!why.trim()) throw refusal("invalid", "Say why.", "", { field: "why" });
      fake.stops = fake.stops.filter((one) => one.id !== id);
      return null;
    },
    "consent.of_patient": ({ patient }) => fake.consentsOf(patient),
    "consent.save": ({ patient, channel, kind, answered, source }) => {
      fake.consents.set(patient, fake.consentsOf(patient).map((one) => (one.channel === channel && one.kind === kind ? { ...one, answered, source, at: now, allowed: answered === "yes" } : one)));
      return fake.consentsOf(patient);
    },
  };
}
