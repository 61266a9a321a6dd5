import { waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { activeKeys } from "$/lib/keys.svelte";
import { keyList, shownKeys } from "$/screens/keyList";
import type { Route } from "$/lib/router.svelte";
import { findId, openWindow, textOf } from "./window";

type Screen = Route["screen"];
/** What is pressed on a screen, one after the other, until each of its keys has done something. */
const WAYS: [Screen, string, string, string[]][] = [
  ["day", "", "visit-v3", ["{ArrowDown}", "m", "{Escape}", "{Escape}", "3"]],
  ["board", "#/board", "board", []],
  ["end", "#/end", "end-of-day", []],
  ["lists", "#/lists/unscheduled", "list-rows", ["4", "3", "2", "5"]],
  ["patients", "#/patients", "patients-list", []],
  ["patient", "#/patients/p3", "patient-edit", ["e"]],
  ["print", "#/print", "print-screen", []],
];

const listed = (screen: Screen): string[] =>
  keyList(screen).filter((group) => group.screen === null || group.screen === screen).flatMap(({ lines }) => lines.flatMap(({ keys }) => keys));

test.each(WAYS)("? tells every key of the screen %s, and none that does nothing", async (screen, hash, ready, ways) => {
  const { user } = await openWindow("", hash);
  await findId(ready);
  const works = new Set<string>();
  const look = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    for (const key of activeKeys()) works.add(key);
  };
  await look();
  for (const way of ways) {
    await user.keyboard(way);
    await look();
  }
  expect([...works].sort()).toEqual([...new Set(listed(screen))].sort());
});

test("? shows the keys of the screen before all others", async () => {
  const { user } = await openWindow("", "#/end");
  await findId("end-of-day");
  await user.keyboard("?");
  const dialog = await findId("keys-dialog");
  await waitFor(() => expect(textOf(dialog.querySelector("h3") as HTMLElement)).toBe("End of day"));
});

test("keys are named as they are printed on a keyboard", () => {
  const named = (keys: string): string => shownKeys({ keys: keys.split(" "), label: "" });
  expect(named("Ctrl+k")).toBe("Ctrl K");
  expect(named("Ctrl+y Ctrl+Shift+z")).toBe("Ctrl Y Ctrl Shift Z");
  expect(named("ArrowUp ArrowDown")).toBe("↑ ↓");
  expect(named("F1 F2 F3 F4")).toBe("F1 – F4");
  expect(named("+ = - 0")).toBe("+ = − 0");
  expect(named("b")).toBe("B");
});
