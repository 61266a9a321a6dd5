import type { AppointmentView, BlockOutView } from "$/api/bindings";

/** What the pointer is doing to the day. */
export interface Grip {
  kind: "move" | "resize" | "draw";
  /** The visit that is held; null while an empty stretch is drawn. */
  visit: AppointmentView | null;
  /** Or the block-out. */
  block: BlockOutView | null;
  column: number;
  /** Minutes since midnight. */
  from: number;
  to: number;
}

/** Where on the day the pointer is. */
export interface Spot {
  column: number;
  minute: number;
}

interface Deeds {
  /** A pointer goes down: whatever has to be measured is measured now, and not with every movement. */
  begun?: () => void;
  /** The column and the minute beneath a point of the window. */
  spot: (event: PointerEvent) => Spot | null;
  click: (spot: Spot) => void;
  /** With Ctrl held the visit stays, and a copy is put there. */
  moved: (visit: AppointmentView, column: number, from: number, copies: boolean) => void;
  resized: (visit: AppointmentView, minutes: number) => void;
  /** A block-out was moved, or with `kind` "resize" made longer or shorter. */
  blockPut: (block: BlockOutView, kind: "move" | "resize", column: number, from: number, minutes: number) => void;
  /** `blocks` while Shift is held: the stretch is to be blocked, not booked. */
  drawn: (column: number, from: number, to: number, blocks: boolean) => void;
  /** Called with every movement, to scroll where the edge is near. */
  near: (event: PointerEvent) => void;
}

/** The shortest visit, and the finest step. */
const FINEST = 5;
const FAR = 5;
const LONG_PRESS_MS = 350;
const DAY_MINUTES = 1440;

/**
 * The pointer on the day: a click, a visit or a block-out dragged or made longer, an empty stretch drawn. A finger
 * scrolls, unless it rests first. Escape puts back what is held.
 */
export class Hand {
  grip = $state.raw<Grip | null>(null);
  private began: { event: PointerEvent; spot: Spot; hold: Grip; offset: number } | null = null;
  private rested: ReturnType<typeof setTimeout> | undefined;
  private ready = false;
  private swallow = false;

  /** `step` is that of the grid, in minutes. */
  constructor(
    private readonly deeds: Deeds,
    private readonly step: () => number = () => FINEST,
  ) {}

  /** A pointer goes down: on a visit or block-out that may be moved, on the lower edge of one, or on nothing. */
  down(event: PointerEvent, kind: Grip["kind"], visit: AppointmentView | null, from: number, to: number, block: BlockOutView | null = null): void {
    if (event.button !== 0 || !event.isPrimary) return;
    this.deeds.begun?.();
    const spot = this.deeds.spot(event);
    if (!spot) return;
    const start = kind === "draw" ? this.snapped(spot.minute) : from;
    const end = kind === "draw" ? start : to;
    this.swallow = false;
    this.began = { event, spot, hold: { kind, visit, block, column: spot.column, from: start, to: end }, offset: spot.minute - from };
    this.ready = event.pointerType !== "touch";
    if (!this.ready) this.rested = setTimeout(() => (this.ready = true), LONG_PRESS_MS);
  }

  move(event: PointerEvent): void {
    const began = this.began;
    if (!began || event.pointerId !== began.event.pointerId) return;
    const far = Math.hypot(event.clientX - began.event.clientX, event.clientY - began.event.clientY) > FAR;
    if (!this.grip && !far) return;
    if (!this.ready) {
      this.letGo();
      return;
    }
    event.preventDefault();
    this.deeds.near(event);
    const spot = this.deeds.spot(event);
    if (!spot) return;
    const { hold, offset } = began;
    if (hold.kind === "move") {
      const length = hold.to - hold.from;
      // A visit may end after midnight; a block-out is of one day.
      const last = DAY_MINUTES - (hold.block ? length : FINEST);
      const from = Math.min(Math.max(0, this.snapped(spot.minute - offset)), last);
      this.take({ ...hold, column: spot.column, from, to: from + length });
    } else if (hold.kind === "resize") {
      this.take({ ...hold, to: Math.max(hold.from + FINEST, this.snapped(spot.minute)) });
    } else {
      const end = this.snapped(spot.minute);
      this.take({ ...hold, from: Math.min(hold.from, end), to: Math.max(hold.from, end) });
    }
  }

  up(event: PointerEvent): void {
    const { began, grip } = this;
    if (!began || event.pointerId !== began.event.pointerId) return;
    this.letGo();
    if (!grip) {
      if (began.hold.kind === "draw") this.deeds.click(began.spot);
      return;
    }
    this.swallow = true;
    const { visit, block, column, from, to } = grip;
    if (block) {
      if (grip.kind !== "draw") this.deeds.blockPut(block, grip.kind, column, from, to - from);
    } else if (!visit) {
      if (to > from) this.deeds.drawn(column, from, to, event.shiftKey);
    } else if (grip.kind === "resize") this.deeds.resized(visit, to - from);
    else this.deeds.moved(visit, column, from, event.ctrlKey || event.metaKey);
  }

  /** Puts back what is held; whether there was anything. */
  letGo(): boolean {
    const held = this.grip !== null;
    clearTimeout(this.rested);
    this.began = null;
    this.grip = null;
    return held;
  }

  private snapped(minute: number): number {
    const step = this.step();
    return Math.round(minute / step) * step;
  }

  /** A pointer moves far more often than what it holds goes one step on. */
  private take(grip: Grip): void {
    const held = this.grip;
    if (held && held.column === grip.column && held.from === grip.from && held.to === grip.to) return;
    this.grip = grip;
  }

  /** The click that ends a drag is none. */
  click(event: MouseEvent): void {
    if (!this.swallow) return;
    this.swallow = false;
    event.stopPropagation();
    event.preventDefault();
  }
}
