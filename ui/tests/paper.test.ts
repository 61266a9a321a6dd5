import { waitFor } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";
import type { PowerCutView, PrintRequest } from "$/api/bindings";
import type { FakeTransport } from "$/api/fake/transport";
import { Printing } from "$/features/print/printing.svelte";
import { byId, findId, openApp, openWindow, textOf } from "./window";

/** What the core was asked to print, one after the other. */
function asked(fake: FakeTransport): PrintRequest[] {
  const requests: PrintRequest[] = [];
  const usual = fake.handlers["print.render"];
  fake.handlers["print.render"] = (request) => {
    requests.push(structuredClone(request));
    if (!usual) throw new Error("nothing prints");
    return usual(request);
  };
  return requests;
}

test("each kind of page asks for what it needs and for nothing else", async () => {
  const { app } = await openApp();
  const printing = new Printing(app);
  printing.date = "2026-11-23";
  printing.patient = { id: "p3", name: "Amara Nwosu" };
  printing.visit = "v1";
  printing.provider = "r1";
  const common = { date: "2026-11-23", paper: "a4", private: false };
  const table = [
    ["day", { landscape: true }],
    ["day_list", { landscape: false }],
    ["provider_week", { landscape: true, provider: "r1" }],
    ["month", { landscape: true, provider: "r1" }],
    ["unconfirmed", { landscape: false, days: 7 }],
    ["routing", { landscape: false }],
    ["power_cut", { landscape: false }],
    ["card", { landscape: false, patient: "p3", appointment: "v1", card: "85x55" }],
    ["letter", { landscape: false, patient: "p3" }],
  ] as const;
  for (const [what, more] of table) {
    printing.what = what;
    expect(printing.request).toEqual({ what, ...common, ...more });
  }
});

test("a page waits until it is said whose it is", async () => {
  const { app } = await openApp();
  const printing = new Printing(app);
  printing.date = "2026-11-23";
  for (const [what, complete] of [["day", true], ["month", true], ["provider_week", false], ["card", false], ["letter", false]] as const) {
    printing.what = what;
    expect(printing.complete, what).toBe(complete);
  }
  printing.choose({ id: "p3", name: "Amara Nwosu" });
  expect(printing.complete).toBe(true);
});

test("which way up is remembered for each kind", async () => {
  const { app } = await openApp();
  const printing = new Printing(app);
  printing.turn(false);
  printing.what = "unconfirmed";
  printing.turn(true);
  printing.what = "day";
  expect(printing.landscape).toBe(false);
  printing.what = "unconfirmed";
  expect(printing.landscape).toBe(true);
  printing.what = "letter";
  expect(printing.landscape).toBe(false);
});

test("a visit's card is one key away, the letter another, and Escape leads back", async () => {
  const { app, fake, user } = await openWindow();
  const requests = asked(fake);
  const visit = await waitFor(() => {
    const found = fake.state.visits.find((one) => one.status === "scheduled" && one.start >= app.now);
    if (!found || !app.practice) throw new Error("not read yet");
    return found;
  });
  app.router.go({ screen: "day", date: visit.start.slice(0, 10), visit: visit.id });
  await findId("panel-card");
  await user.keyboard("h");
  await findId("print-screen");
  await waitFor(() => expect(requests.at(-1)).toMatchObject({ what: "card", patient: visit.patient, appointment: visit.id }));
  await waitFor(() => expect(textOf(byId("print-patient-name"))).toBe(visit.patient_name));
  await user.click(byId("print-all-visits"));
  await waitFor(() => expect(requests.at(-1)).not.toHaveProperty("appointment"));
  await user.keyboard("0");
  await waitFor(() => expect(requests.at(-1)).toMatchObject({ what: "letter", patient: visit.patient }));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(app.router.route.screen).toBe("day"));
});

test("a patient without a visit to come is offered no card", async () => {
  const { app, fake } = await openWindow("", "#/patients/p3");
  await findId("patient-edit");
  expect(document.querySelector("[data-testid=patient-card]") !== null).toBe(
    fake.state.visits.some((one) => one.patient === "p3" && one.status === "scheduled" && one.start >= app.now),
  );
  fake.state.visits = fake.state.visits.filter((one) => one.patient !== "p3" || one.start < app.now);
  fake.state.tell("appointment");
  await waitFor(() => expect(document.querySelector("[data-testid=patient-card]")).toBeNull());
});

test("a card for somebody found by name, on a label", async () => {
  const { fake, user } = await openWindow("", "#/print");
  const requests = asked(fake);
  await user.click(await findId("print-what-card"));
  expect(textOf(byId("print-incomplete"))).toContain("whom");
  await user.type(byId("print-patient"), "nwosu amara");
  await user.click(await findId("print-patient-option-1"));
  await user.selectOptions(byId("print-card-size"), "62x29");
  await waitFor(() => expect(requests.at(-1)).toMatchObject({ what: "card", patient: "p3", card: "62x29" }));
});

test("the numbers choose what is printed, and what it needs is asked", async () => {
  const { fake, user } = await openWindow("", "#/print/2026-11-23");
  const requests = asked(fake);
  await findId("print-screen");
  await user.keyboard("5");
  await waitFor(() => expect(requests.at(-1)).toMatchObject({ what: "month" }));
  await user.keyboard("4");
  await findId("print-incomplete");
  await user.selectOptions(byId("print-provider"), fake.state.practice.providers[1]?.id ?? "");
  await waitFor(() => expect(requests.at(-1)).toMatchObject({ what: "provider_week", provider: fake.state.practice.providers[1]?.id }));
  byId("print-screen").focus();
});

const FAILED: PowerCutView["failed"] = { what: "The file could not be written.", next: "Check the name." };

test("a sheet for a power cut that cannot be made is told at the foot, once aloud, until it can", async () => {
  const { app, fake, user } = await openWindow();
  const say = vi.spyOn(app.toasts, "say");
  await findId("foot-counts");
  expect(document.querySelector("[data-testid=foot-hindered]")).toBeNull();
  fake.state.powerCut = { ...fake.state.powerCut, on: true, folder: "/sheets", failed: FAILED };
  fake.state.tell("power_cut");
  expect(textOf(await findId("foot-hindered"))).toContain("could not be made. The file could not be written. Check the name.");
  fake.state.tell("power_cut");
  await waitFor(() => expect(say).toHaveBeenCalledTimes(1));
  await user.click(byId("foot-hindered"));
  expect(textOf(await findId("power-cut-hindered"))).toContain("The file could not be written.");
  fake.state.powerCut = { ...fake.state.powerCut, failed: null };
  fake.state.tell("power_cut");
  await waitFor(() => expect(document.querySelector("[data-testid=power-cut-hindered]")).toBeNull());
});

test("the sheet is set up with a folder and a passphrase written twice", async () => {
  const { fake, user } = await openWindow("", "#/settings/power-cut");
  await user.click(await findId("power-cut-on"));
  expect(byId("power-cut-save").hasAttribute("disabled")).toBe(true);
  await user.click(byId("power-cut-choose"));
  await waitFor(() => expect((byId("power-cut-folder") as HTMLInputElement).value).toContain("/home/desk"));
  await user.type(byId("power-cut-passphrase"), "five quiet lanterns");
  await user.type(byId("power-cut-passphrase-again"), "five quiet lanterns");
  await user.click(byId("power-cut-save"));
  await waitFor(() => expect(fake.state.powerCut).toMatchObject({ on: true, encrypted: true, has_passphrase: true }));
  await user.click(byId("power-cut-make"));
  expect(textOf(await findId("power-cut-made"))).toContain("24");
});

test("a sheet in clear text needs no passphrase, and a folder that is none is told by its field", async () => {
  const { fake, user } = await openWindow("", "#/settings/power-cut");
  await user.click(await findId("power-cut-on"));
  await user.click(byId("power-cut-plain"));
  await user.type(byId("power-cut-folder"), "sheets");
  await user.click(byId("power-cut-save"));
  await waitFor(() => expect(byId("power-cut-folder").getAttribute("aria-invalid")).toBe("true"));
  expect(fake.state.powerCut.on).toBe(false);
  await user.clear(byId("power-cut-folder"));
  await user.type(byId("power-cut-folder"), "/sheets");
  await user.click(byId("power-cut-save"));
  await waitFor(() => expect(fake.state.powerCut).toMatchObject({ on: true, encrypted: false, folder: "/sheets" }));
});
