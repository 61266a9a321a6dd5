import { untrack } from "svelte";
import type { AppointmentView, CandidateView, DayGapView, GapView, WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";
import { mediumDate, timeOf } from "$/lib/format";
import { Latest } from "$/lib/latest";
import { painted } from "$/lib/painted";
import { t } from "$/lib/text";
import { dateOf } from "$/lib/time";
import { Asap } from "./asap.svelte";

const SHOWN = 20;

/** A time with somebody, somewhere: any within a gap means the gap. */
export interface Spot {
  provider: string;
  chair: string;
  start: string;
  second_pass: boolean;
}

/** The days that are shown. */
interface Schedule {
  find: (id: string) => AppointmentView | null;
  put: (visit: AppointmentView) => void;
}

/** Whether a visit keeps its place. */
const stands = (visit: AppointmentView): boolean => visit.status !== "cancelled" && visit.status !== "missed";

/** A gap that was freed, or that somebody looks at, and who could take it. */
export class Gap {
  /** What is offered; the candidates are shown once they are asked for. */
  offer = $state.raw<GapView | null>(null);
  open = $state(false);
  active = $state(0);
  error = $state.raw<WireError | null>(null);
  busy = $state(false);
  /** Gaps of the day that somebody who asked could take. */
  ofDay = $state.raw<DayGapView[]>([]);
  readonly chosen = $derived<CandidateView | null>(this.offer?.candidates[this.active] ?? null);
  private readonly latest = new Latest();
  private readonly latestDay = new Latest();
  private readonly latestAgain = new Latest();
  readonly asap: Asap;

  /** `taken` is told of the visit that stands in the gap then. */
  constructor(
    private readonly app: App,
    private readonly day: Schedule,
    private readonly taken: (visit: AppointmentView) => void,
  ) {
    this.asap = new Asap(app, (visit) => day.put(visit));
  }

  /** Keeps the gaps of a date, as long as a component is there; null is none. */
  follow(date: () => string | null): void {
    const read = (): void => {
      const shown = date();
      if (shown && this.app.practice) untrack(() => this.readDay(shown));
    };
    $effect(read);
    $effect(() => this.app.transport.onChanged(() => {
      read();
      this.lookAgain();
    }));
  }

  /** Puts a changed visit in place, and offers the place that it left. */
  put(visit: AppointmentView): void {
    const before = this.day.find(visit.id);
    this.day.put(visit);
    this.changed(before, visit);
  }

  /** Reads which gaps of a day are offers, once the day itself is on the screen. */
  private readDay(date: string): void {
    if (this.ofDay[0] && dateOf(this.ofDay[0].start) !== date) this.ofDay = [];
    this.latestDay.ask(
      async () => {
        await painted();
        return this.app.call("day.gaps", { date });
      },
      (gaps) => (this.ofDay = gaps),
      () => (this.ofDay = []),
    );
  }

  /** A visit was changed: where it left its place, that is offered at once. */
  private changed(before: AppointmentView | null, after: AppointmentView): void {
    if (!before || !stands(before) || !before.provider || !before.chair || before.end <= this.app.now) return;
    const left =
      !stands(after) || before.chair !== after.chair || before.provider !== after.provider ||
      after.start >= before.end || after.end <= before.start;
    if (left) this.freed({ provider: before.provider, chair: before.chair, start: before.start, second_pass: before.second_pass });
  }

  /** Offers a freed place, if there is anybody to offer it to. */
  freed(spot: Spot): void {
    this.ask(spot, (gap) => {
      if (gap && gap.total > 0) this.show(gap, false);
    });
  }

  /**
   * Shows who could take what was freed, or else the next gap of the day that somebody would like,
   * one of this provider before others.
   */
  fill(provider: string | null): void {
    if (this.offer) this.open = true;
    else this.latestDay.whenSettled(() => {
      const coming = this.ofDay.filter((one) => one.end > this.app.now);
      const next = coming.find((one) => one.provider === provider) ?? coming[0];
      if (next) this.look(next);
      else this.app.toasts.say(t("gap-none"));
    });
  }

  /** Shows who could take the gap around a time. */
  look(spot: Spot): void {
    this.ask(spot, (gap) => (gap ? this.show(gap, true) : this.app.toasts.say(t("gap-gone"))));
  }

  close(): void {
    this.latest.drop();
    this.offer = null;
    this.open = false;
    this.error = null;
  }

  step(by: number): void {
    const last = (this.offer?.candidates.length ?? 1) - 1;
    this.active = Math.max(0, Math.min(last, this.active + by));
  }

  /** Books or moves somebody into the gap; the place they leave is offered in turn. */
  async take(candidate: CandidateView): Promise<void> {
    const gap = this.offer;
    if (this.busy || !gap) return;
    this.busy = true;
    this.error = null;
    try {
      const visit = candidate.list === "asap" ? await this.move(gap, candidate) : await this.book(gap, candidate);
      this.close();
      this.taken(visit);
      const { booked } = candidate;
      if (candidate.list === "asap" && booked) this.freed({ ...booked, second_pass: false });
    } catch (thrown) {
      this.error = toWireError(thrown);
    } finally {
      this.busy = false;
    }
  }

  /** Something was changed: what is offered may be taken by now, or be another gap. */
  private lookAgain(): void {
    const offered = this.offer;
    if (!offered || this.busy || this.latest.pending) return;
    this.latestAgain.ask(
      () => this.candidates(offered),
      ({ gap }) => {
        if (this.offer !== offered || this.busy) return;
        if (!gap || gap.total === 0) this.close();
        else this.offer = gap;
        this.step(0);
      },
      () => this.close(),
    );
  }

  private candidates({ provider, chair, start: at, second_pass }: Spot): Promise<{ gap: GapView | null }> {
    return this.app.call("gap.candidates", { provider, chair, at, second_pass, limit: SHOWN });
  }

  private show(gap: GapView, open: boolean): void {
    this.offer = gap;
    this.open = open;
    this.active = 0;
    this.error = null;
  }

  private ask(spot: Spot, answered: (gap: GapView | null) => void): void {
    this.latest.ask(
      () => this.candidates(spot),
      ({ gap }) => answered(gap),
      (thrown) => {
        const error = toWireError(thrown);
        this.app.toasts.say([error.what, error.next].join(" "), { tone: "error" });
      },
    );
  }

  private async move(gap: GapView, one: CandidateView): Promise<AppointmentView> {
    const moved = await this.app.call("appointment.move", {
      id: one.id, revision: one.revision, start: one.start, second_pass: one.second_pass,
      provider: gap.provider, chair: gap.chair, minutes: null, overbook: false, leaves_asap: true,
    });
    this.app.done(t("said-moved-date", {
      patient: moved.patient_name, date: mediumDate(moved.start), time: timeOf(moved.start), chair: moved.chair_name,
    }), [moved]);
    return moved;
  }

  private async book(gap: GapView, one: CandidateView): Promise<AppointmentView> {
    const booked = await this.app.call("appointment.book", {
      patient: one.patient, provider: gap.provider, chair: gap.chair, kind: one.kind, start: one.start,
      second_pass: one.second_pass, minutes: one.minutes, notes: one.list === "unscheduled" ? "" : one.note,
      overbook: false, closes: { list: one.list, id: one.id },
    });
    this.app.done(t("said-booked", { patient: booked.patient_name, time: timeOf(booked.start) }), [booked]);
    return booked;
  }
}
