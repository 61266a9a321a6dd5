import type { ClosedWhy } from "$/api/bindings";
import { t } from "$/lib/text";

export const CLOSED: Record<ClosedWhy, () => string> = {
  practice: () => t("closed-practice"),
  nobody_works: () => t("closed-nobody"),
  chair: () => t("closed-chair"),
};
