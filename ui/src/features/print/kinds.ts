import type { PrintWhat } from "$/api/bindings";

/** What can be printed, and the key that chooses it on the print screen. */
export const KINDS: { what: PrintWhat; key: string }[] = [
  { what: "day", key: "1" },
  { what: "day_list", key: "2" },
  { what: "week", key: "3" },
  { what: "provider_week", key: "4" },
  { what: "month", key: "5" },
  { what: "unconfirmed", key: "6" },
  { what: "routing", key: "7" },
  { what: "power_cut", key: "8" },
  { what: "card", key: "9" },
  { what: "letter", key: "0" },
];
