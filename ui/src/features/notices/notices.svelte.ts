import type { NoticeView, PendingNoticeView } from "$/api/bindings";
import type { App } from "$/lib/app.svelte";
import { Latest } from "$/lib/latest";
import { dayMonth, timeOf } from "$/lib/format";
import { t } from "$/lib/text";


/** What a patient is to be told, in words. */
export function noticeWords(notice: NoticeView): string {
  if (notice.of === "booked") return t("notice-booked");
  if (notice.of === "cancelled") return t("notice-cancelled");
  return t("notice-moved", { date: dayMonth(notice.from ?? ""), time: timeOf(notice.from ?? "") });
}

/** Who is still to be told of a visit. */
export class Notices {
  list = $state.raw<PendingNoticeView[]>([]);
  shown = $state(false);
  busy = $state(false);
  private readonly latest = new Latest();

  constructor(private readonly app: App) {}

  read(): void {
    this.latest.ask(
      () => this.app.call("notice.list", null),
      (list) => {
        this.list = list;
        if (list.length === 0) this.shown = false;
      },
      // The day says what is wrong with the file; the count stays as it was.
      () => undefined,
    );
  }

  /** Somebody told the patient, such as by phone. */
  told(notice: NoticeView, patient: string): Promise<void> {
    return this.settle("notice.told", notice, t("said-told", { patient }));
  }

  /** The patient need not be told. */
  withdraw(notice: NoticeView, patient: string): Promise<void> {
    return this.settle("notice.withdraw", notice, t("said-not-told", { patient }));
  }

  private async settle(name: "notice.told" | "notice.withdraw", notice: NoticeView, said: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    await this.app.trying(async () => {
      await this.app.call(name, { id: notice.id });
      this.app.done(said);
    });
    this.busy = false;
    this.read();
  }
}
