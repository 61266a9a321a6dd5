import type { BlockOutView } from "$/api/bindings";
import type { GridColumn } from "./columns";
import { whereIn, type Where } from "./place";

/** Whether a column of the schedule shows time of this provider and chair: the whole practice's is in all. */
export function isShownIn({ kind, column }: GridColumn, { provider, chair }: Where): boolean {
  if (!provider && !chair) return true;
  if (kind === "chair") return chair ? column.chair === chair : column.providers.some(({ id }) => id === provider);
  return provider ? column.provider === provider : column.chairs.some(({ id }) => id === chair);
}

/**
 * Whose time a block-out is once it is put into a column: the whole practice's stays everybody's, a
 * chair's becomes that chair's, a provider's that provider's or theirs who works in that chair.
 */
export function whoseIn(one: GridColumn, block: Pick<BlockOutView, "provider" | "chair">, start: string): Where {
  const { provider, chair } = block;
  if (isShownIn(one, block)) return { provider, chair };
  const where = whereIn(one, null, { provider, chair }, start);
  return { provider: provider && (where.provider ?? provider), chair: chair && (where.chair ?? chair) };
}
