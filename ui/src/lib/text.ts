import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import german from "$assets/locales/de/ui.ftl?raw";
import english from "$assets/locales/en/ui.ftl?raw";

const SOURCES = { en: english, de: german };
export type Language = keyof typeof SOURCES;

/** The language of the texts, and with its region that of dates, times and numbers. */
export let language: Language = "en";
export let locale = "en-GB";
/** Whether times of day are written as 2:30 PM. */
export let twelve = false;

let bundle = bundleOf(language, locale);
/** Texts without values, which are always the same. */
const plain = new Map<string, string>();

function bundleOf(spoken: Language, tag: string): FluentBundle {
  const made = new FluentBundle([tag, spoken]);
  made.addResource(new FluentResource(SOURCES[spoken]));
  return made;
}

/**
 * From now on texts, dates and times are given in this language, such as `de-AT`. What is on the
 * screen already has to be shown anew.
 */
export function speak(tag: string, twelveHours: boolean): void {
  const primary = tag.split("-")[0] ?? "";
  language = primary in SOURCES ? (primary as Language) : "en";
  locale = tag;
  twelve = twelveHours;
  bundle = bundleOf(language, locale);
  plain.clear();
  if (typeof document !== "undefined") document.documentElement.lang = locale;
}

/** A message in the person's language. */
export function t(id: string, values?: Record<string, FluentVariable>): string {
  const known = values ? undefined : plain.get(id);
  if (known !== undefined) return known;
  const pattern = bundle.getMessage(id)?.value;
  if (!pattern) {
    if (import.meta.env.DEV) throw new Error(`No message "${id}" in ui.ftl`);
    return id;
  }
  const text = bundle.formatPattern(pattern, values, []);
  if (!values) plain.set(id, text);
  return text;
}

/** A text without the marks that keep the direction of what was put into it. */
export const unmarked = (text: string): string => text.replace(/[\u2068\u2069]/g, "");

/**
 * A message as a line of a list of choices. Marks of direction would stand before its first letter,
 * by which it is chosen on the keyboard.
 */
export const choice = (id: string, values: Record<string, FluentVariable>): string => unmarked(t(id, values));
