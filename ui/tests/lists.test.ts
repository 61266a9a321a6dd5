import { screen, waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import type { Commands, PatientHit } from "$/api/bindings";
import { Importing } from "$/features/exchange/importing.svelte";
import { PaletteSearch } from "$/features/palette/palette.svelte";
import { PAGE, Patients } from "$/features/patients/patients.svelte";
import { PatientPage } from "$/features/patient/patient.svelte";
import { Printing } from "$/features/print/printing.svelte";
import { hoursFault } from "$/features/setup/setup.svelte";
import { byId, findId, openApp, openWindow, textOf } from "./window";

test("the list reads only the pages in view, each once", async () => {
  const { app, fake } = await openApp("patients=5000");
  const asked: number[] = [];
  const usual = fake.handlers["patient.list"];
  fake.handlers["patient.list"] = (request) => {
    asked.push(request.offset);
    if (!usual) throw new Error("no list");
    return usual(request);
  };
  const patients = new Patients(app);
  patients.need(0, 30);
  await expect.poll(() => patients.total).toBe(5000);
  patients.need(2990, 3030);
  expect(patients.row(3000)).toBeUndefined();
  await expect.poll(() => patients.row(3000)?.id).toBe("p3000");
  patients.need(0, 30);
  expect(asked).toEqual([0, 2900, 3000]);
  expect(asked.every((offset) => offset % PAGE === 0)).toBe(true);
});

test("of two searches only the answer to the later one counts, whichever comes last", async () => {
  const { app, fake } = await openApp();
  const waiting = new Map<string, (hits: PatientHit[]) => void>();
  const usual = fake.call.bind(fake);
  fake.call = ((name: keyof Commands, request: { text: string }) =>
    name === "patient.search"
      ? new Promise((resolve) => waiting.set(request.text, resolve))
      : usual(name, request as never)) as typeof fake.call;
  const search = new PaletteSearch(app);
  const hit = (id: string) => ({ id }) as PatientHit;
  search.type("aa");
  await expect.poll(() => waiting.has("aa")).toBe(true);
  search.type("aar");
  await expect.poll(() => waiting.has("aar")).toBe(true);
  waiting.get("aar")?.([hit("new")]);
  await expect.poll(() => search.hits.map((one) => one.id)).toEqual(["new"]);
  waiting.get("aa")?.([hit("old")]);
  await new Promise((resolve) => setTimeout(resolve));
  expect(search.hits.map((one) => one.id)).toEqual(["new"]);
});

test("an import waits for the answer about dates, then reports every refused row", async () => {
  const { app } = await openApp();
  const importing = new Importing(app);
  importing.pollMs = 1;
  await importing.pick(false);
  expect(importing.map).toMatchObject({ Surname: "family_name", Comment: "" });
  expect(importing.asksDate).toBe(true);
  await importing.setDateFormat("dmy");
  expect(importing.asksDate).toBe(false);
  await importing.setField("Comment", "family_name");
  expect(importing.map).toMatchObject({ Comment: "family_name", Surname: "" });
  await importing.run();
  expect(importing.progress?.report).toMatchObject({ created: 201 });
  expect(importing.refusedText().replace(/[\u2068\u2069]/g, "").split("\n")[0]).toBe(
    "patients.csv, line 14: 31/02/1980 is not a date.",
  );
});

test("an import that is stopped has changed nothing", async () => {
  const { app, fake } = await openApp();
  const importing = new Importing(app);
  importing.pollMs = 1;
  fake.handlers["import.progress"] = () => fake.state.importing;
  importing.path = "/there/patients.csv";
  const running = importing.run();
  await expect.poll(() => importing.progress?.running).toBe(true);
  await importing.cancel();
  await running;
  expect(importing.progress?.report).toMatchObject({ cancelled: true, created: 0 });
});

test("a calendar is read only when it is known whose it is, and sent with its days", async () => {
  const { user, fake, app } = await openWindow("", "#/import");
  const asked: unknown[] = [];
  const preview = fake.handlers["import.preview"];
  if (!preview) throw new Error("no preview");
  fake.handlers["import.preview"] = (request) => {
    asked.push(request.calendar);
    return preview(request);
  };
  await user.click(await findId("import-ics"));
  expect((await findId("import-pick") as HTMLButtonElement).disabled).toBe(true);
  const haas = app.practice?.providers[0];
  await user.selectOptions(await findId("import-calendar-provider"), haas?.id ?? "");
  await user.click(await findId("import-calendar-question"));
  await user.click(await findId("import-pick"));
  await findId("import-run");
  expect(asked).toEqual([{ provider: haas?.id, from: null, to: null, free_too: true }]);
});

test("an address book is written without those who are not to be contacted, and says so", async () => {
  const { user } = await openWindow("", "#/import");
  await user.click(await findId("exchange-export"));
  await user.click(await findId("export-vcf"));
  await user.click(await findId("export-pick"));
  expect(textOf(await findId("export-report"))).toContain("since they are not to be contacted: 2");
});

test("a file that is not there is told in place", async () => {
  const { user } = await openWindow("", "#/import");
  await user.type(await findId("import-path"), "/missing.csv{Enter}");
  expect(textOf(await findId("error-note"))).toContain("There is no such file.");
});

test("a patient is edited, and what is empty is not kept", async () => {
  const { app, fake } = await openApp();
  const page = new PatientPage(app);
  page.read("p3");
  await expect.poll(() => page.view?.id).toBe("p3");
  page.edit();
  if (!page.draft) throw new Error("no draft");
  page.draft.preferred_name = "Amy";
  page.draft.phones.push({ label: "home", number: " " });
  page.draft.address = { lines: [" "], city: "", region: "", postal_code: "", country: "" };
  await page.save();
  const saved = fake.state.patients.find((one) => one.id === "p3")?.fields;
  expect(saved).toMatchObject({ preferred_name: "Amy", address: null });
  expect(saved?.phones).toHaveLength(1);
});

test("a refused patient keeps what was typed and names the field", async () => {
  const { app } = await openApp();
  const page = new PatientPage(app);
  page.startNew();
  if (page.draft) page.draft.notes = "came with her mother";
  expect(await page.save()).toBeNull();
  expect(page.wrong("family")).toContain("needs a name");
  expect(page.draft?.notes).toBe("came with her mother");
});

test("shifts that overlap or run backwards are refused by their day", () => {
  const shift = (from: string, to: string) => ({ from, to, chair: null });
  const days = [
    [shift("08:00", "12:00"), shift("12:00", "17:00")],
    [shift("08:00", "12:00"), shift("11:00", "17:00")],
    [shift("12:00", "08:00")], [], [], [], [],
  ];
  expect(Object.keys(hoursFault({ days }))).toEqual(["day-1", "day-2"]);
});

test("a patient found in the list opens with past and coming visits", async () => {
  const { user } = await openWindow("", "#/patients");
  await user.type(await findId("patients-search"), "nwosu amara");
  await waitFor(() => expect(textOf(byId("patients-count"))).toBe("1 found"));
  await user.keyboard("{Enter}");
  await findId("patient-future");
  expect(textOf(byId("patient-past"))).toContain("Root canal");
  expect(textOf(byId("patient-household"))).toContain("Sam Taylor");
  expect(screen.getByTestId("patient-alert")).toBeTruthy();
});

test("a print is ready once its pages are on the screen", async () => {
  const { app } = await openApp();
  const printing = new Printing(app);
  printing.date = "2026-11-23";
  printing.render(printing.request);
  await expect.poll(() => printing.pages).not.toBeNull();
  expect(printing.ready).toBe(false);
  printing.drawn();
  expect(printing.ready).toBe(true);
  printing.render(printing.request);
  expect(printing.ready).toBe(false);
});

test("a search without a result says what else to try", async () => {
  const { user } = await openWindow("", "#/patients");
  await user.type(await findId("patients-search"), "qqqq");
  expect(await screen.findByText(/Nobody found/)).toBeTruthy();
});
