/**
 * Runs asynchronous questions of which only the newest answer counts: as a person types, an older
 * answer that comes late is dropped.
 */
export class Latest {
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `answered` and `failed` are called only when no newer question was asked meanwhile. */
  ask<Answer>(
    question: () => Promise<Answer>,
    answered: (answer: Answer) => void,
    failed: (thrown: unknown) => void,
    waitMs = 0,
  ): void {
    const turn = this.drop();
    const run = (): void => {
      question().then(
        (answer) => turn === this.turn && answered(answer),
        (thrown: unknown) => turn === this.turn && failed(thrown),
      );
    };
    if (waitMs > 0) this.timer = setTimeout(run, waitMs);
    else run();
  }

  /** Forgets what was asked. */
  drop(): number {
    clearTimeout(this.timer);
    this.turn += 1;
    return this.turn;
  }
}
