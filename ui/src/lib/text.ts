import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import english from "$assets/locales/en/ui.ftl?raw";

/** The language of the texts; dates follow the desktop's region where it speaks the same one. */
export const language = "en";
export const locale =
  typeof navigator !== "undefined" && navigator.language.startsWith(`${language}-`)
    ? navigator.language
    : "en-GB";

const bundle = new FluentBundle([locale, language]);
bundle.addResource(new FluentResource(english));

/** Texts without values, which are always the same. */
const plain = new Map<string, string>();

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
