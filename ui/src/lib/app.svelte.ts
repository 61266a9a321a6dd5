import { getContext, setContext } from "svelte";
import type { Commands, PracticeView, SessionView, UndoableChange, WireError } from "$/api/bindings";
import { hasCode, toWireError } from "$/api/error";
import type { RecordKind, Transport } from "$/api/transport";
import { mediumDate, timeOf } from "./format";
import { Router } from "./router.svelte";
import { t } from "./text";
import { Theme } from "./theme.svelte";
import { addMinutes, dateOf } from "./time";
import { Toasts } from "./toasts.svelte";
import { Wording } from "./wording.svelte";

const PRACTICE_KINDS: RecordKind[] = ["practice", "provider", "chair", "appointment_type", "closure", "block_out_type"];

const UNDONE: Record<UndoableChange, (values: Record<string, string>) => string> = {
  booking: (values) => t("undone-booking", values),
  move: (values) => t("undone-move", values),
  cancellation: (values) => t("undone-cancellation", values),
  status: (values) => t("undone-status", values),
  edit: (values) => t("undone-edit", values),
};

/** Takes a change back that the core does not remember, and says what it was. */
export type WayBack = () => Promise<string>;

/** What every screen shares: the way to the core, the session, the practice, its clock. */
export class App {
  session = $state.raw<SessionView | null>(null);
  practice = $state.raw<PracticeView | null>(null);
  failure = $state.raw<WireError | null>(null);
  /** The practice's wall clock, to the minute. */
  now = $state("1970-01-01T00:00");
  palette = $state(false);
  keysShown = $state(false);
  readonly router = new Router();
  readonly theme = new Theme((theme) => void this.trying(() => this.call("theme.choose", { theme })));
  readonly wording = new Wording((choice) => this.trying(() => this.call("wording.choose", choice)));
  readonly toasts = new Toasts();
  /** Ways back of what was done in this session, the newest last; null where the core has it. */
  private ways: (WayBack | null)[] = [];
  private clockBase = { local: "1970-01-01T00:00", at: 0 };

  constructor(readonly transport: Transport) {
    transport.onSession((session) => this.enter(session));
    transport.onChanged((kinds) => {
      if (kinds.some((kind) => PRACTICE_KINDS.includes(kind))) void this.readPractice();
    });
    setInterval(() => this.tick(), 5000);
  }

  get today(): string {
    return dateOf(this.now);
  }

  async start(): Promise<void> {
    try {
      this.failure = null;
      const [theme, wording, session] = await Promise.all([
        this.transport.call("theme.get", null),
        this.transport.call("wording.get", null),
        this.transport.call("session.state", null),
      ]);
      this.theme.show(theme);
      this.wording.show(wording);
      this.enter(session);
    } catch (thrown) {
      this.failure = toWireError(thrown);
    }
  }

  /** Asks the core; when it says that the practice is locked, the window locks too. */
  async call<Name extends keyof Commands>(
    name: Name,
    request: Commands[Name]["request"],
  ): Promise<Commands[Name]["response"]> {
    try {
      return await this.transport.call(name, request);
    } catch (thrown) {
      if (hasCode(thrown, "locked") || hasCode(thrown, "absent")) void this.start();
      throw thrown;
    }
  }

  enter(session: SessionView): void {
    const opened = session.state === "open" && this.session?.state !== "open";
    this.session = session;
    if (session.state !== "open") {
      this.practice = null;
      this.palette = false;
      this.ways = [];
      this.router.reset();
    } else if (opened || !this.practice) void this.readPractice();
  }

  async lock(): Promise<void> {
    await this.trying(async () => this.enter(await this.call("session.lock", null)));
  }

  /** Says what was done, with the way back. */
  done(said: string, back: WayBack | null = null): void {
    this.ways.push(back);
    this.toasts.say(said, { undo: true });
  }

  /** Takes the last change back, says which it was, and shows the day it was on. */
  async undo(): Promise<void> {
    // At once, and whatever comes of it: the next undo would take back something else.
    this.toasts.forgetUndo();
    const back = this.ways.pop();
    await this.trying(async () => {
      if (back) return this.toasts.say(await back());
      const { what } = await this.call("undo", null);
      if (!what) return this.toasts.say(t("undone-nothing"));
      const when = what.start ? `${mediumDate(what.start)}, ${timeOf(what.start)}` : "";
      this.toasts.say(UNDONE[what.change]({ patient: what.patient_name, when }));
      if (what.start && this.router.route.screen === "day") {
        this.router.go({ screen: "day", date: dateOf(what.start), visit: what.appointment });
      }
    });
  }

  /** Runs something whose failure has no better place than a note at the foot. */
  async trying<Done>(work: () => Promise<Done>): Promise<Done | null> {
    try {
      return await work();
    } catch (thrown) {
      const error = toWireError(thrown);
      this.toasts.say([error.what, error.data, error.next].join(" "), { tone: "error" });
      return null;
    }
  }

  /** Sets the clock by an answer of the core. */
  setClock(local: string): void {
    this.clockBase = { local: local.slice(0, 16), at: Date.now() };
    this.tick();
  }

  private tick(): void {
    const passed = Math.floor((Date.now() - this.clockBase.at) / 60_000);
    this.now = addMinutes(this.clockBase.local, Math.max(0, passed));
  }

  async readPractice(): Promise<void> {
    try {
      const practice = await this.call("practice.get", null);
      this.setClock(practice.now);
      this.practice = practice;
    } catch (thrown) {
      if (!hasCode(thrown, "locked")) this.failure = toWireError(thrown);
    }
  }
}

const KEY = Symbol("app");
export const provideApp = (app: App): App => setContext(KEY, app);
export const useApp = (): App => getContext<App>(KEY);
