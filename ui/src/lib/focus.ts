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

/** Gives the keys to the first field of a form as it appears. */
export function takeFocusWithin(form: HTMLElement): void {
  const first = form.querySelector<HTMLElement>("input:not(:disabled), select, textarea, button");
  if (first) takeFocus(first);
}

/** Takes the keys as it appears, if what had them is gone: a form that made room for it. */
export function inheritFocus(button: HTMLElement): void {
  if (document.activeElement === null || document.activeElement === document.body) takeFocus(button);
}
