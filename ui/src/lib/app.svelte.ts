import { getContext, setContext } from "svelte";
import type { AppointmentView, Commands, PracticeView, SessionView, WireError } from "$/api/bindings";
import { hasCode, toWireError } from "$/api/error";
import type { RecordKind, Transport } from "$/api/transport";
import { Pinboard } from "./pinboard.svelte";
import { PowerCut } from "./powerCut.svelte";
import { Question } from "./question.svelte";
import { Router } from "./router.svelte";
import { t } from "./text";
import { Theme } from "./theme.svelte";
import { addMinutes, dateOf } from "./time";
import { Toasts } from "./toasts.svelte";
import { saidTurned } from "./undone";
import { Views } from "./views.svelte";
import { Wording } from "./wording.svelte";

const PRACTICE_KINDS: RecordKind[] = ["practice", "provider", "chair", "appointment_type", "closure", "block_out_type"];

/** What every screen shares: the way to the core, the session, the practice, its clock. */
export class App {
  session = $state.raw<SessionView | null>(null);
  practice = $state.raw<PracticeView | null>(null);
  failure = $state.raw<WireError | null>(null);
  /** The practice's wall clock, to the minute. */
  now = $state("1970-01-01T00:00");
  palette = $state(false);
  keysShown = $state(false);
  /** Time is to be blocked: the day opens its panel for it. */
  blocking = $state(false);
  readonly router = new Router();
  readonly theme = new Theme((theme) => void this.trying(() => this.call("theme.choose", { theme })));
  readonly wording = new Wording((choice) => this.trying(() => this.call("wording.choose", choice)));
  readonly toasts = new Toasts();
  readonly question = new Question(this);
  readonly views = new Views(this);
  readonly pinboard = new Pinboard();
  readonly powerCut = new PowerCut(this);
  private clockBase = { local: "1970-01-01T00:00", at: 0 };

  constructor(readonly transport: Transport) {
    transport.onSession((session) => this.enter(session));
    transport.onChanged((kinds) => {
      if (kinds.some((kind) => PRACTICE_KINDS.includes(kind))) void this.readPractice();
      if (kinds.includes("saved_view") && this.practice) void this.views.read();
      if (kinds.includes("power_cut")) void this.powerCut.read();
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
      this.powerCut.forget();
      this.palette = false;
      this.question.drop();
      this.views.forget();
      this.pinboard.clear();
      this.router.reset();
    } else if (opened || !this.practice) {
      void this.readPractice();
      void this.powerCut.read();
    }
  }

  async lock(): Promise<void> {
    await this.trying(async () => this.enter(await this.call("session.lock", null)));
  }

  /** Says what was done, with the way back; and asks whether to tell the patients of these visits. */
  done(said: string, visits: AppointmentView[] = []): void {
    this.question.ask(visits);
    this.toasts.say(said, { undo: true });
  }

  /** Takes the last change back, says which it was, and shows the day it was on. */
  undo(): Promise<void> {
    return this.turn("undo");
  }

  /** Does again what was taken back last. */
  redo(): Promise<void> {
    return this.turn("redo");
  }

  private async turn(way: "undo" | "redo"): Promise<void> {
    // At once, and whatever comes of it: the next undo would take back something else.
    this.toasts.forgetUndo();
    this.question.drop();
    await this.trying(async () => {
      const { what } = await this.call(way, null);
      if (!what) return this.toasts.say(way === "undo" ? t("undone-nothing") : t("redone-nothing"));
      this.toasts.say(saidTurned(what, way), { undo: way === "redo" });
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
      const [practice] = await Promise.all([
        this.call("practice.get", null),
        this.views.ready ? null : this.views.read(),
      ]);
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
