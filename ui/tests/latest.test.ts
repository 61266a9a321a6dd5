import { expect, test } from "vitest";
import { Latest } from "$/lib/latest";

/** A question whose answer comes when it is told to. */
function question() {
  let answer: (text: string) => void = () => undefined;
  return { ask: () => new Promise<string>((resolve) => (answer = resolve)), answer: (text: string) => answer(text) };
}

test("what is done on Enter waits for the answer to what was typed last", async () => {
  const latest = new Latest();
  const [first, second] = [question(), question()];
  let shown = "nobody";
  const taken: string[] = [];
  latest.ask(first.ask, (text) => (shown = text), () => undefined);
  latest.ask(second.ask, (text) => (shown = text), () => undefined);
  latest.whenSettled(() => taken.push(shown));
  first.answer("Thor");
  await Promise.resolve();
  expect(taken).toEqual([]);
  second.answer("Thorvald");
  await expect.poll(() => taken).toEqual(["Thorvald"]);
  latest.whenSettled(() => taken.push("at once"));
  expect(taken).toEqual(["Thorvald", "at once"]);
});

test("an Enter that is overtaken by more typing is forgotten", async () => {
  const latest = new Latest();
  const later = question();
  const taken: string[] = [];
  latest.ask(() => Promise.resolve("a"), () => undefined, () => undefined);
  latest.whenSettled(() => taken.push("a"));
  latest.ask(later.ask, () => undefined, () => undefined);
  later.answer("b");
  await expect.poll(() => latest.pending).toBe(false);
  expect(taken).toEqual([]);
});
