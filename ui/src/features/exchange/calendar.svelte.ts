import type { CalendarExport, CalendarImport } from "$/api/bindings";

/** Whose calendar is meant, which days of it, and the one question beside them. */
export class CalendarWish {
  /** Id; empty is nobody yet, or everybody. */
  provider = $state("");
  /** `2026-11-23`, or empty. */
  from = $state("");
  to = $state("");
  /** To be read: free events too. To be written: without names. */
  yes = $state(false);

  toRead(): CalendarImport {
    return { provider: this.provider, from: this.from || null, to: this.to || null, free_too: this.yes };
  }

  toWrite(): CalendarExport {
    return { provider: this.provider || null, from: this.from || null, to: this.to || null, private: this.yes };
  }
}
