export interface Toast {
  id: number;
  text: string;
  tone: "done" | "error";
  undo: boolean;
}

const SHOWN_MS = 8000;

/** Short notes at the foot: what was done, with the way back. */
export class Toasts {
  shown = $state.raw<Toast[]>([]);
  private next = 1;

  say(text: string, options: { undo?: boolean; tone?: Toast["tone"] } = {}): void {
    const toast = {
      id: this.next++,
      text,
      tone: options.tone ?? "done",
      undo: options.undo ?? false,
    } satisfies Toast;
    // One way back at a time: an older undo would take back the newer change.
    this.shown = [...this.shown.filter((other) => !(toast.undo && other.undo)), toast].slice(-3);
    setTimeout(() => this.close(toast.id), SHOWN_MS);
  }

  /** Once its change is taken back, a way back would take back something else. */
  forgetUndo(): void {
    this.shown = this.shown.filter((toast) => !toast.undo);
  }

  close(id: number): void {
    this.shown = this.shown.filter((toast) => toast.id !== id);
  }
}
