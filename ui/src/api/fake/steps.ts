import type { Commands, UndoableChange, Undone } from "../bindings";
import type { FakeState } from "./state";

type Kept = Pick<FakeState, "visits" | "patients" | "households" | "practice" | "views" | "blockOuts" | "waiting" | "seenTo">;
interface Step {
  change: UndoableChange;
  names: string[];
  before: Kept;
  after: Kept;
}

/** What of the commands can be taken back, and what it is called then. */
const STEPS: Partial<Record<keyof Commands, UndoableChange>> = {
  "appointment.book": "booking",
  "appointment.move": "move",
  "appointment.cancel": "cancellation",
  "appointment.set_status": "status",
  "appointment.set_confirmation": "status",
  "appointment.edit": "edit",
  "appointment.set_asap": "edit",
  "appointment.let_go": "edit",
  "appointment.no_answer": "status",
  "waiting.save": "waiting",
  "waiting.let_go": "waiting",
  "patient.save": "patient",
  "household.save": "household",
  "practice.save": "practice",
  "provider.save": "provider",
  "chair.save": "chair",
  "appointment_type.save": "appointment_type",
  "closure.save": "closure",
  "closure.remove": "closure",
  "notice.told": "notice",
  "notice.withdraw": "notice",
  "series.book": "booking",
  "series.cancel": "cancellation",
  "family.book": "booking",
  "view.save": "saved_view",
  "view.remove": "saved_view",
  "closure.add": "closure",
  "hours.except": "provider",
  "block_out_type.save": "block_out_type",
  "block_out.save": "block_out",
  "block_out.remove": "block_out",
};

/** Undo and redo over the whole practice in memory. */
export class Steps {
  private done: Step[] = [];
  private undone: Step[] = [];

  constructor(private readonly state: FakeState) {}

  /** Runs a command, and remembers both sides of it where it can be taken back. */
  async around<Answer>(name: keyof Commands, request: unknown, work: () => Answer): Promise<Awaited<Answer>> {
    const change = STEPS[name];
    if (!change) return await work();
    const before = this.keep();
    const answer = await work();
    this.done.push({ change, names: namesIn(answer, request), before, after: this.keep() });
    this.undone = [];
    return answer;
  }

  /** What was just done belongs to the step before it. */
  amend(): void {
    const step = this.done.at(-1);
    if (step) step.after = this.keep();
  }

  undo(): Undone {
    return this.turn(this.done, this.undone, "before");
  }

  redo(): Undone {
    return this.turn(this.undone, this.done, "after");
  }

  private turn(from: Step[], to: Step[], side: "before" | "after"): Undone {
    const step = from.pop();
    if (!step) return { what: null };
    to.push(step);
    const [kept, left] = side === "before" ? [step.before, step.after] : [step.after, step.before];
    const { visits, patients, households, practice, views, blockOuts, waiting, seenTo } = structuredClone(kept);
    Object.assign(this.state, { visits, patients, households, practice, views, blockOuts, waiting, seenTo });
    const touched = visits.filter((visit) =>
      JSON.stringify(visit) !== JSON.stringify(left.visits.find((other) => other.id === visit.id)));
    this.state.tell("appointment", "patient", "household", "practice", "saved_view", "block_out", "waiting");
    return {
      what: {
        change: step.change, names: step.names, visits: touched.length,
        appointment: touched[0]?.id ?? null, start: touched[0]?.start ?? null,
      },
    };
  }

  private keep(): Kept {
    const { visits, patients, households, practice, views, blockOuts, waiting, seenTo } = this.state;
    return structuredClone({ visits, patients, households, practice, views, blockOuts, waiting, seenTo });
  }
}

function namesIn(answer: unknown, request: unknown): string[] {
  const part = (value: unknown, key: string): unknown => (value as Record<string, unknown> | null)?.[key];
  const name = part(answer, "patient_name") ?? part(request, "name") ?? part(answer, "name");
  return typeof name === "string" && name ? [name] : [];
}
