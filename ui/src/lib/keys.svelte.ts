import { onDestroy } from "svelte";

type Action = () => void;
export type KeyMap = Record<string, Action>;

interface Layer {
  keys: KeyMap;
  /** Letters and digits go no further: a form is open, and what is typed beside its fields means nothing. */
  holds: boolean;
}

const layers: Layer[] = [];
/** Of questions that want an answer before anything else. */
const first: Layer[] = [];

/**
 * Keys of a component while it is there; the newest one that knows a key gets it. Names are `b`,
 * `ArrowUp`, `Ctrl+k`, `Ctrl+Shift+z`. Plain keys rest while a person writes or a dialog is open.
 * A question is asked before anything else; beside the fields of a form, letters that are not its
 * own do nothing.
 */
export function useKeys(keys: () => KeyMap, of: "usual" | "question" | "form" = "usual"): void {
  const into = of === "question" ? first : layers;
  // Put in place at once, so that what stands within something comes after it.
  const layer: Layer = { keys: {}, holds: of === "form" };
  into.push(layer);
  $effect(() => {
    layer.keys = keys();
  });
  onDestroy(() => into.splice(into.indexOf(layer), 1));
}

/** The keys that do something now. */
export const activeKeys = (): string[] => [...layers, ...first].flatMap(({ keys }) => Object.keys(keys));

export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const control = event.ctrlKey || event.metaKey;
  const name = control ? `Ctrl+${shiftOf(event)}${letterOf(event)}` : letterOf(event);
  if (control ? keepsUndo(event, name) : resting(event, name)) return;
  const all = [...layers, ...first];
  for (let index = all.length - 1; index >= 0; index -= 1) {
    const action = all[index]?.keys[name];
    if (action) {
      event.preventDefault();
      action();
      return;
    }
    if (all[index]?.holds && /^[\p{L}\d]$/u.test(name)) return;
  }
}

const WRITING = 'input:not([type="checkbox"], [type="radio"]), textarea, select';

/** In a field these keys take back what was typed, and type it again. */
const TYPED = ["Ctrl+z", "Ctrl+Shift+z", "Ctrl+y"];

function keepsUndo(event: KeyboardEvent, name: string): boolean {
  return TYPED.includes(name) && event.target instanceof HTMLElement && event.target.matches(WRITING);
}

/** Only with letters: other signs are written with it, and not on every keyboard. */
function shiftOf(event: KeyboardEvent): string {
  return event.shiftKey && /^\p{L}$/u.test(event.key) ? "Shift+" : "";
}

/** Letters by their place on the keyboard where the layout writes another script. */
function letterOf(event: KeyboardEvent): string {
  if (event.key.length !== 1) return event.key;
  const code = /^Key([A-Z])$/.exec(event.code)?.[1];
  return event.key > "\u024f" && code ? code.toLowerCase() : event.key.toLowerCase();
}

function resting(event: KeyboardEvent, name: string): boolean {
  const target = event.target;
  if (document.querySelector('[role="dialog"][data-state="open"]')) return true;
  if (!(target instanceof HTMLElement)) return false;
  const writes = target.matches(WRITING);
  if (name === "Escape") return target.getAttribute("aria-expanded") === "true";
  if (writes) return true;
  const presses = target.matches("button, a[href], [role='button'], [role='option']");
  if (name === "Enter" || name === " ") return presses && !target.matches("[data-visit]");
  return name.startsWith("Arrow") && target.closest('[role="listbox"], [role="grid"], input[type="radio"]') !== null;
}
