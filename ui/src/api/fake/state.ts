import type {
  AppointmentView, ChooseWording, ClosesEntry, HouseholdView, ImportProgress, LastView, PowerCutView, PracticeView, SavedViewView, SessionView,
  VisitHistoryEntry, WireTheme,
} from "../bindings";
import type { Commands } from "../bindings";
import type { RecordKind } from "../transport";
import type { FakeBlockOut } from "./blockOuts";
import { refusal } from "./errors";
import { waitingOf, type FakeWaiting } from "./lists";
import { Steps } from "./steps";
import { blockOutsOf, patientsOf, practiceOf, visitsOf, type FakePatient } from "./practice";
import { busyPractice } from "./busy";
import { viewsOf } from "./views";

export type Handler<Name extends keyof Commands> = (
  request: Commands[Name]["request"],
) => Commands[Name]["response"];
export type Handlers = { [Name in keyof Commands]?: Handler<Name> };

/** The practice in memory and who listens to it. */
export class FakeState {
  practice: PracticeView;
  patients: FakePatient[];
  visits: AppointmentView[];
  blockOuts: FakeBlockOut[] = [];
  households: Omit<HouseholdView, "members">[] = [{ id: "h1", name: "Nwosu family", guarantor: "p3" }];
  session: SessionView;
  passphrase = "correct horse battery staple";
  readonly recoveryCode = "K7QF-2M9T-XW4H-8RDP-3VNC-6JYB";
  wrong = 0;
  theme: WireTheme;
  readonly steps = new Steps(this);
  readonly history = new Map<string, VisitHistoryEntry[]>();
  /** Where a visit was before it was last moved. */
  readonly movedFrom = new Map<string, string>();
  powerCut: PowerCutView = {
    on: false, at: "18:00", folder: "", encrypted: true, has_passphrase: false, paper: "a4", keep_days: 7, made_for: null, failed: null,
  };
  wording: ChooseWording = { language: "system", clock: "region" };
  /** Language and region of the desktop. */
  readonly locale: string;
  waiting: FakeWaiting[];
  /** Visits that did not take place and that somebody saw to. */
  seenTo: string[] = [];
  importing: ImportProgress = { running: false, done: 0, total: 0, report: null, error: null };
  readonly unreadable: boolean;
  views: SavedViewView[] = [];
  lastView: LastView | null = null;
  private counter = 1;
  readonly changed = new Set<(kinds: RecordKind[]) => void>();
  readonly sessions = new Set<(session: SessionView) => void>();

  constructor(options: URLSearchParams) {
    const patients = Number(options.get("patients") ?? 320);
    this.practice = practiceOf(patients);
    if (options.get("day") === "busy") this.practice = busyPractice(this.practice);
    this.patients = patients === 0 ? [] : patientsOf(patients);
    this.visits = visitsOf(this.practice, this.patients, options.get("day") ?? "");
    if (options.get("views") === "1") this.views = viewsOf();
    this.waiting = patients === 0 ? [] : waitingOf(options.get("lists") ?? "");
    this.unreadable = options.get("day") === "unreadable";
    if (options.get("day") !== "empty") this.blockOuts = blockOutsOf();
    const theme = options.get("theme");
    this.theme = theme === "dark" || theme === "light" ? theme : "system";
    this.locale = options.get("locale") ?? "en-GB";
    const state = options.get("state") ?? "open";
    this.session = {
      state: state === "absent" || state === "locked" ? state : "open",
      folder: "/home/desk/Daybook",
      practice_name: state === "absent" ? null : this.practice.name,
      keyring: options.get("keyring") === "1",
      wait_seconds: Number(options.get("wait") ?? 0),
      version: "0.1.0",
      warning: options.get("warning"),
    };
  }

  newId(kind: string): string {
    return `${kind}-${this.counter++}`;
  }

  tell(...kinds: RecordKind[]): void {
    for (const listener of this.changed) listener(kinds);
  }

  enter(state: SessionView["state"]): SessionView {
    this.session = { ...this.session, state, wait_seconds: 0 };
    for (const listener of this.sessions) listener(this.session);
    return this.session;
  }

  /** An entry of a list that is done with by a booking. */
  closeEntry(closes: ClosesEntry, visit: AppointmentView): void {
    if (closes.list === "unscheduled") {
      this.seenTo = [...this.seenTo, closes.id];
      return;
    }
    const entry = this.waiting.find((one) => one.id === closes.id);
    if (!entry?.open || entry.patient !== visit.patient) {
      throw refusal("stale", "Somebody else booked this in the meantime.", "Read the list again.");
    }
    this.waiting = this.waiting.map((one) => (one === entry ? { ...one, open: false } : one));
  }
}
