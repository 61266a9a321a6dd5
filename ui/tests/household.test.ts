import { screen, waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import type { FakeTransport } from "$/api/fake/transport";
import { byId, findId, openWindow, textOf } from "./window";

const householdOf = (fake: FakeTransport, id: string) =>
  fake.state.patients.find((one) => one.id === id)?.fields.household ?? null;
const undo = "{Control>}z{/Control}";

test("two patients come together in a new household, and Ctrl+Z parts them", async () => {
  const { user, fake } = await openWindow("", "#/patients/p4");
  await user.click(await findId("household-join"));
  await user.type(byId("household-pick"), "lindgren ida");
  await waitFor(() => expect(textOf(byId("household-pick-option-1"))).toContain("Ida Lindgren"));
  await user.click(byId("household-pick-option-1"));
  await waitFor(() => expect(textOf(byId("patient-household"))).toContain("Ida Lindgren"));
  expect(textOf(byId("patient-household"))).toContain("de Vries household");
  expect(householdOf(fake, "p4")).toBe(householdOf(fake, "p11"));
  await user.keyboard(undo);
  await waitFor(() => expect(textOf(byId("patient-household"))).toContain("None"));
  expect([householdOf(fake, "p4"), householdOf(fake, "p11")]).toEqual([null, null]);
  expect(screen.queryByTestId("toast-undo")).toBeNull();
  await user.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
  await waitFor(() => expect(householdOf(fake, "p4")).toBe(householdOf(fake, "p11")));
  expect(householdOf(fake, "p4")).not.toBeNull();
  await user.click(await findId("toast-undo"));
  await waitFor(() => expect(householdOf(fake, "p4")).toBeNull());
  await user.keyboard("{Control>}y{/Control}");
  await waitFor(() => expect(householdOf(fake, "p4")).not.toBeNull());
  await user.keyboard("{Control>}y{/Control}");
  expect((await screen.findAllByTestId("toast")).at(-1)?.textContent).toContain("nothing to do again");
});

test("who joins somebody with a household comes into that one", async () => {
  const { user, fake } = await openWindow("", "#/patients/p4");
  await user.click(await findId("household-join"));
  await user.type(byId("household-pick"), "nwosu amara");
  await user.click(await findId("household-pick-option-1"));
  await waitFor(() => expect(householdOf(fake, "p4")).toBe("h1"));
  expect(householdOf(fake, "p10")).toBe("h1");
  await user.click(await findId("toast-undo"));
  await waitFor(() => expect(householdOf(fake, "p4")).toBeNull());
  expect(householdOf(fake, "p3")).toBe("h1");
});

test("a household is named, somebody leaves it, and somebody else pays", async () => {
  const { user, fake } = await openWindow("", "#/patients/p3");
  await user.click(await findId("household-edit"));
  expect(byId("household-pays-p3")).toHaveProperty("checked", true);
  await user.click(byId("household-pays-p10"));
  await waitFor(() => expect(fake.state.households[0]?.guarantor).toBe("p10"));
  await waitFor(() => expect(byId("household-pays-p10")).toHaveProperty("disabled", false));
  await user.clear(byId("household-name"));
  await user.type(byId("household-name"), "Canal Row{Tab}");
  await waitFor(() => expect(fake.state.households[0]?.name).toBe("Canal Row"));
  await user.click(byId("household-leave-p10"));
  await waitFor(() => expect(householdOf(fake, "p10")).toBeNull());
  expect(fake.state.households[0]?.guarantor).toBeNull();
  (document.activeElement as HTMLElement).blur();
  await user.keyboard(undo);
  await waitFor(() => expect(householdOf(fake, "p10")).toBe("h1"));
  expect(fake.state.households[0]).toMatchObject({ name: "Canal Row", guarantor: "p10" });
});

test("a household without a name is refused in place", async () => {
  const { user } = await openWindow("", "#/patients/p3");
  await user.click(await findId("household-edit"));
  await user.clear(byId("household-name"));
  await user.tab();
  expect(textOf(await findId("error-note"))).toContain("needs a name");
});

test("a guardian is chosen, shown by name, and taken back", async () => {
  const { user, fake } = await openWindow("", "#/patients/p10");
  const guardian = () => fake.state.patients.find((one) => one.id === "p10")?.fields.guardian ?? null;
  await user.click(await findId("guardian-edit"));
  await user.type(byId("guardian-pick"), "de vries");
  await user.click(await findId("guardian-pick-option-1"));
  await waitFor(() => expect(guardian()).toBe("p4"));
  expect(textOf(await findId("guardian-name"))).toBe("Jan de Vries");
  await user.click(byId("guardian-remove"));
  await waitFor(() => expect(guardian()).toBeNull());
  await user.keyboard(undo);
  await waitFor(() => expect(guardian()).toBe("p4"));
});
