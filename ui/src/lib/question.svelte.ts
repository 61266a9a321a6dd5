import type { AppointmentView, Commands, WireNoticeOf } from "$/api/bindings";
import { t } from "./text";
import { namesOf } from "./undone";

interface Open {
  appointments: string[];
  of: WireNoticeOf;
  names: string;
}

interface Asker {
  call<Name extends keyof Commands>(name: Name, request: Commands[Name]["request"]): Promise<Commands[Name]["response"]>;
  trying(work: () => Promise<unknown>): Promise<unknown>;
}

const WORDS: Record<WireNoticeOf, (names: string) => string> = {
  booked: (names) => t("tell-booked", { names }),
  moved: (names) => t("tell-moved", { names }),
  cancelled: (names) => t("tell-cancelled", { names }),
};

/** "Tell the patient?": asked after a change, and gone with the next one. */
export class Question {
  open = $state.raw<Open | null>(null);

  constructor(private readonly app: Asker) {}

  get words(): string {
    return this.open ? WORDS[this.open.of](this.open.names) : "";
  }

  /** Asks once for all of these visits; where none of them raises it, an older question goes. */
  ask(visits: AppointmentView[]): void {
    const raised = visits.filter((visit) => visit.asks !== null);
    const of = raised[0]?.asks;
    this.open = of
      ? {
          of,
          appointments: raised.map((visit) => visit.id),
          names: namesOf(raised.map((visit) => visit.patient_name).filter((name, index, all) => all.indexOf(name) === index)),
        }
      : null;
  }

  drop(): void {
    this.open = null;
  }

  /** Remembered until somebody is told; one undo takes it back with the change. */
  async yes(): Promise<void> {
    const open = this.open;
    if (!open) return;
    this.open = null;
    await this.app.trying(() => this.app.call("notice.remember", { appointments: open.appointments }));
  }
}
