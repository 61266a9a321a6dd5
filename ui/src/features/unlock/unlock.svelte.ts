import type { WireError } from "$/api/bindings";
import { toWireError } from "$/api/error";
import type { App } from "$/lib/app.svelte";

/** Opening a locked practice: passphrase, keyring or recovery code, and the wait after wrong tries. */
export class Unlocking {
  passphrase = $state("");
  code = $state("");
  fresh = $state("");
  error = $state.raw<WireError | null>(null);
  busy = $state(false);
  wait = $state(0);
  forgot = $state(false);

  constructor(private readonly app: App) {
    this.wait = app.session?.wait_seconds ?? 0;
  }

  /** Counts the wait down; the screen calls it every second. */
  second(): void {
    if (this.wait > 0) this.wait -= 1;
    if (this.wait === 0 && this.error?.code === "wait") this.error = null;
  }

  unlock(): Promise<void> {
    return this.attempt(() => this.app.call("session.unlock", { passphrase: this.passphrase }));
  }

  unlockWithKeyring(): Promise<void> {
    return this.attempt(() => this.app.call("session.unlock_keyring", null));
  }

  recover(): Promise<void> {
    return this.attempt(() =>
      this.app.call("session.unlock_recovery", {
        recovery_code: this.code,
        new_passphrase: this.fresh,
      }),
    );
  }

  private async attempt(open: () => ReturnType<App["call"]>): Promise<void> {
    if (this.busy || this.wait > 0) return;
    this.busy = true;
    this.error = null;
    try {
      const session = await open();
      this.passphrase = "";
      this.code = "";
      this.fresh = "";
      this.app.enter(session as Parameters<App["enter"]>[0]);
    } catch (thrown) {
      this.error = toWireError(thrown);
      this.wait = this.error.wait_seconds ?? 0;
    } finally {
      this.busy = false;
    }
  }
}
