import type { Spot } from "./hand.svelte";
import { pull } from "./edge";
import { SLOT } from "./layout";

interface Measures {
  head: number;
  hours: number;
  columnWidth: number;
  columns: number;
  slotHeight: number;
  drawn: { from: number; to: number };
}

/**
 * The page beneath the pointer. It is measured once, when something is taken hold of: asking for
 * boxes with every movement would have the engine lay out the page each time.
 */
export class Surface {
  /** Scrolled so far; told by the page's own event. */
  left = $state(0);
  top = 0;
  element: HTMLElement | null = null;
  private box: DOMRect | null = null;
  private frame = 0;

  constructor(private readonly measures: () => Measures) {}

  scrolled(): void {
    if (!this.element) return;
    this.left = this.element.scrollLeft;
    this.top = this.element.scrollTop;
  }

  measure(): void {
    this.scrolled();
    this.box = this.element?.getBoundingClientRect() ?? null;
  }

  spot({ clientX, clientY }: { clientX: number; clientY: number }): Spot | null {
    const { head, hours, columnWidth, columns, slotHeight, drawn } = this.measures();
    if (!this.box || this.box.width === 0 || columns === 0) return null;
    const x = clientX - this.box.left - hours + this.left;
    const y = clientY - this.box.top - head + this.top;
    const column = Math.min(columns - 1, Math.max(0, Math.floor(x / columnWidth)));
    const minute = drawn.from + (y / slotHeight) * SLOT;
    return { column, minute: Math.min(Math.max(minute, drawn.from), drawn.to) };
  }

  /** Scrolls while the pointer rests near an edge; `again` is told after each step. */
  near(event: PointerEvent, again: (event: PointerEvent) => void): void {
    cancelAnimationFrame(this.frame);
    const { box, element } = this;
    if (!box || !element) return;
    const { head, hours } = this.measures();
    const { x, y } = pull(event, {
      left: box.left + hours, top: box.top + head,
      right: box.left + element.clientWidth, bottom: box.top + element.clientHeight,
    });
    if (x === 0 && y === 0) return;
    this.frame = requestAnimationFrame(() => {
      element.scrollBy(x, y);
      this.scrolled();
      again(event);
    });
  }

  rest(): void {
    cancelAnimationFrame(this.frame);
  }
}
