import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { byId, findId, openWindow, textOf } from "./window";

/** Selects a visit of the day and cancels it with a reason, by keys. */
async function cancelled(id: string): Promise<Awaited<ReturnType<typeof openWindow>>> {
  const opened = await openWindow();
  fireEvent.click(await findId(`visit-${id}`));
  await findId("visit-panel");
  await opened.user.keyboard("x");
  await opened.user.type(await findId("cancel-reason"), "flu{Enter}");
  await findId("tell-question");
  return opened;
}

test("m13 after a cancellation one key answers whether to tell the patient, and one undo takes both back", async () => {
  const { app, fake, user } = await cancelled("v7");
  expect(textOf(byId("tell-question"))).toContain("Tell Lukas Meyer of the cancellation?");
  await user.keyboard("y");
  expect(textOf(await findId("foot-notices"))).toBe("1 to be told");
  expect(screen.queryByTestId("tell-question")).toBeNull();
  await app.undo();
  await waitFor(() => expect(screen.queryByTestId("foot-notices")).toBeNull());
  expect(fake.state.visits.find((visit) => visit.id === "v7")?.status).toBe("scheduled");
});

test("no need is one key too, and it marks nobody as missed though N does that elsewhere", async () => {
  const { fake, user } = await cancelled("v7");
  fireEvent.click(byId("visit-v3"));
  await user.keyboard("n");
  await waitFor(() => expect(screen.queryByTestId("tell-question")).toBeNull());
  expect(screen.queryByTestId("foot-notices")).toBeNull();
  expect(fake.state.visits.filter((visit) => visit.status === "missed" && visit.id === "v3")).toEqual([]);
});

test("who is to be told is reached from the foot, and told by phone is one key", async () => {
  const { app, user } = await cancelled("v7");
  await user.keyboard("y");
  await user.click(await findId("foot-notices"));
  expect(textOf(await findId("notice-1"))).toContain("Visit cancelled");
  await waitFor(() => expect(document.activeElement).toBe(byId("notice-1-told")));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(screen.queryByTestId("notices-dialog")).toBeNull());
  expect(screen.queryByTestId("foot-notices")).toBeNull();
  await app.undo();
  expect(await findId("foot-notices")).toBeTruthy();
});

test("a visit says what its patient is still to be told, and K tells it", async () => {
  const { app, fake, user } = await openWindow();
  fireEvent.click(await findId("visit-v7"));
  await findId("visit-panel");
  await app.call("notice.remember", { appointments: ["v7"] });
  expect(textOf(await findId("panel-notice"))).toContain("To be told: Visit booked");
  await user.keyboard("k");
  await waitFor(() => expect(screen.queryByTestId("panel-notice")).toBeNull());
  expect(fake.state.visits.find((visit) => visit.id === "v7")?.notice).toBeNull();
});

test("s10 the history of a visit says from what to what", async () => {
  const { app, user } = await openWindow();
  fireEvent.click(await findId("visit-v7"));
  const panel = await findId("panel-history");
  await app.call("appointment.edit", { id: "v7", revision: 1, kind: "clean", notes: "brings a stick", overbook: false });
  await user.click(screen.getByText("History"));
  await waitFor(() => expect(textOf(panel)).toContain("Notes: nothing → brings a stick"));
  expect(textOf(panel)).toContain("desk");
});
