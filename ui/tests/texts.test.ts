import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentResource } from "@fluent/bundle";
import { parse, Resource, Visitor, type Message, type VariableReference } from "@fluent/syntax";
import { describe, expect, test } from "vitest";

const read = (language: string): string =>
  readFileSync(join(import.meta.dirname, `../../assets/locales/${language}/ui.ftl`), "utf8");
const english = read("en");
const german = read("de");
const idsOf = (messages: string): Set<string> => new Set(new FluentResource(messages).body.map((entry) => entry.id));
const ids = idsOf(english);
const sources = readdirSync(join(import.meta.dirname, "../src"), { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(svelte|ts)$/.test(path))
  .map((path) => readFileSync(join(import.meta.dirname, "../src", path), "utf8"));
const used = new Set(
  sources.flatMap((source) => [...source.matchAll(/\b(?:t|choice)\(\s*["'`]([\w-]+)["'`]/g)].map((match) => match[1] ?? "")),
);

test("every text that is asked for is there", () => {
  expect([...used].filter((id) => !ids.has(id))).toEqual([]);
});

test("every text that is there is asked for", () => {
  expect([...ids].filter((id) => !used.has(id))).toEqual([]);
});

test("texts are asked for by name only, so that the two checks above see them", () => {
  const calls = sources.flatMap((source) => [...source.matchAll(/[^\w.](?:t|choice)\(\s*([^"'`\s])/g)].map((match) => match[0]));
  expect(calls.filter((call) => !/^[\s(]t\(i$/.test(call))).toEqual([]);
});

test.each([["English", english], ["German", german]])("%s is read without an error, each text once", (_, messages) => {
  const { body } = parse(messages, {}) as Resource;
  expect(body.filter((entry) => entry.type === "Junk").map((entry) => entry.content)).toEqual([]);
  const names = body.filter((entry) => entry.type === "Message").map((entry) => (entry as Message).id.name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

/** The names of the values that a text is given, by the text's name. */
function valuesOf(messages: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const entry of (parse(messages, {}) as Resource).body) {
    if (entry.type !== "Message") continue;
    const values = new Set<string>();
    class Values extends Visitor {
      override visitVariableReference(node: VariableReference): void {
        values.add(node.id.name);
      }
    }
    new Values().visit(entry);
    found[(entry as Message).id.name] = [...values].sort();
  }
  return found;
}

describe("German says all that English says", () => {
  test("every text of one is in the other", () => {
    const there = idsOf(german);
    expect([...ids].filter((id) => !there.has(id))).toEqual([]);
    expect([...there].filter((id) => !ids.has(id))).toEqual([]);
  });

  test("with the same values", () => {
    expect(valuesOf(german)).toEqual(valuesOf(english));
  });

  test("and keys are called the same", () => {
    const keys = /\b(?:Ctrl [A-Z]|Enter|Esc)\b|[↑↓←→?[\]]/g;
    const texts = (messages: string): [string, string[]][] =>
      messages.split("\n").filter((line) => line.startsWith("foot-key") || line.startsWith("move-explain"))
        .map((line) => [line.split(" = ")[0] ?? "", line.match(keys) ?? []]);
    expect(texts(german)).toEqual(texts(english));
  });
});
