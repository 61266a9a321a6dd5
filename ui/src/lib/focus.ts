import { untrack } from "svelte";

/**
 * Gives the keys to a field as it appears: `{@attach takeFocus}`.
 *
 * The attribute `autofocus` would do so a second time: WebKit answers it once the page has settled,
 * when a quick hand is already typing in the next field.
 */
export function takeFocus(field: HTMLElement): void {
  // A list that is longer than its panel would scroll its own heading away.
  const preventScroll = field.role === "listbox";
  untrack(() => field.focus({ preventScroll }));
}
