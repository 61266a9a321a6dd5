import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentResource } from "@fluent/bundle";
import { parse, Resource } from "@fluent/syntax";
import { expect, test } from "vitest";

const messages = readFileSync(join(import.meta.dirname, "../../assets/locales/en/ui.ftl"), "utf8");
const ids = new Set(new FluentResource(messages).body.map((entry) => entry.id));
const sources = readdirSync(join(import.meta.dirname, "../src"), { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(svelte|ts)$/.test(path))
  .map((path) => readFileSync(join(import.meta.dirname, "../src", path), "utf8"));
const used = new Set(
  sources.flatMap((source) => [...source.matchAll(/\bt\(\s*["'`]([\w-]+)["'`]/g)].map((match) => match[1] ?? "")),
);

test("every text that is asked for is there", () => {
  expect([...used].filter((id) => !ids.has(id))).toEqual([]);
});

test("every text that is there is asked for", () => {
  expect([...ids].filter((id) => !used.has(id))).toEqual([]);
});

test("texts are asked for by name only, so that the two checks above see them", () => {
  const calls = sources.flatMap((source) => [...source.matchAll(/[^\w.]t\(\s*([^"'`\s])/g)].map((match) => match[0]));
  expect(calls.filter((call) => !/^\st\(i$/.test(call))).toEqual([]);
});

test("the file is read without an error", () => {
  const resource = parse(messages, {}) as Resource;
  expect(resource.body.filter((entry) => entry.type === "Junk").map((entry) => entry.content)).toEqual([]);
});
