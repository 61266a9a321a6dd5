/**
 * Runs asynchronous questions of which only the newest answer counts: as a person types, an older
 * answer that comes late is dropped.
 */
export class Latest {
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = false;
  private after: (() => void) | null = null;

  /** `answered` and `failed` are called only when no newer question was asked meanwhile. */
  ask<Answer>(
    question: () => Promise<Answer>,
    answered: (answer: Answer) => void,
    failed: (thrown: unknown) => void,
    waitMs = 0,
  ): void {
    const turn = this.drop();
    this.asked = true;
    const settle = (tell: () => void): void => {
      if (turn !== this.turn) return;
      const after = this.after;
      this.asked = false;
      this.after = null;
      tell();
      after?.();
    };
    const run = (): void => {
      question().then(
        (answer) => settle(() => answered(answer)),
        (thrown: unknown) => settle(() => failed(thrown)),
      );
    };
    if (waitMs > 0) this.timer = setTimeout(run, waitMs);
    else run();
  }

  /**
   * Runs at once, or as soon as the newest answer is there: a quick Enter is about what was typed,
   * not about what an older answer shows.
   */
  whenSettled(work: () => void): void {
    if (this.asked) this.after = work;
    else work();
  }

  /** Whether the newest answer is still to come. */
  get pending(): boolean {
    return this.asked;
  }

  /** Forgets what was asked. */
  drop(): number {
    clearTimeout(this.timer);
    this.asked = false;
    this.after = null;
    this.turn += 1;
    return this.turn;
  }
}
