import { waitFor, within } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { byId, findId, openWindow, textOf } from "./window";

const field = (id: string): HTMLInputElement => byId(id) as HTMLInputElement;

test("a mailbox is set up from its address, tried before it is saved, and its password is not shown again", async () => {
  const { user } = await openWindow("", "#/settings/mailbox");
  await user.type(await findId("mailbox-from"), "desk@harbour.example");
  await user.tab();
  await waitFor(() => expect(field("mailbox-host").value).toBe("mail.harbour.example"));
  expect(field("mailbox-user").value).toBe("desk@harbour.example");
  expect(field("mailbox-save").disabled).toBe(true);

  await user.type(byId("mailbox-password"), "wrong");
  await user.click(byId("mailbox-test"));
  expect(textOf(await findId("mailbox-tested"))).toContain("app password");
  await user.clear(byId("mailbox-password"));
  await user.type(byId("mailbox-password"), "right");
  await user.click(byId("mailbox-test"));
  await waitFor(() => expect(textOf(byId("mailbox-tested"))).toContain("mail.harbour.example has taken the test mail"));
  await user.click(byId("mailbox-save"));
  await findId("mailbox-remove");
  expect(field("mailbox-password").value).toBe("");
  expect(field("mailbox-save").disabled).toBe(false);
});

test("a server that was written by hand stays when the address changes", async () => {
  const { user } = await openWindow("", "#/settings/mailbox");
  await user.type(await findId("mailbox-host"), "relay.clinic.example");
  await user.type(byId("mailbox-from"), "desk@harbour.example");
  await user.tab();
  await waitFor(() => expect(document.activeElement).not.toBe(byId("mailbox-from")));
  expect(field("mailbox-host").value).toBe("relay.clinic.example");
});

test("what is wrong with an address is said at its field", async () => {
  const { user } = await openWindow("", "#/settings/mailbox");
  await user.type(await findId("mailbox-host"), "relay.clinic.example");
  await user.type(byId("mailbox-from"), "desk");
  await user.type(byId("mailbox-password"), "right");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(byId("mailbox-from").getAttribute("aria-invalid")).toBe("true"));
});

test("rules are switched by a click, changed by keys, and lead to the mailbox while there is none", async () => {
  const { user, app } = await openWindow("", "#/settings/messages");
  const survey = await findId("rule-4-on");
  expect(field("rule-4-on").checked).toBe(false);
  await user.click(survey);
  await waitFor(() => expect(field("rule-4-on").checked).toBe(true));

  byId("rule-3").focus();
  await user.keyboard("{Enter}");
  expect(await findId("rule-kind")).toBe(document.activeElement);
  await user.clear(byId("rule-days"));
  await user.type(byId("rule-days"), "2");
  await user.selectOptions(byId("rule-way-2"), "");
  await user.click(byId("rule-save"));
  await waitFor(() => expect(document.activeElement).toBe(byId("rule-3")));
  const { rules } = await app.call("message_rule.list", null);
  expect(rules[2]).toMatchObject({ lead: { when: "days_before", days: 2 }, channels: ["sms"] });

  await user.click(within(byId("messages-no-mailbox")).getByRole("button"));
  await findId("mailbox-from");
});

test("what did not get there is named with its reason and sent again by one click", async () => {
  const { user } = await openWindow("", "#/messages/desk");
  const lines = await within(byId("messages-screen")).findAllByTestId("message-line");
  const [first] = lines;
  expect(textOf(first as HTMLElement)).toMatch(/not delivered|may have been sent/);
  await user.click(within(first as HTMLElement).getByTestId("message-again"));
  await waitFor(() => expect(within(byId("messages-screen")).getAllByTestId("message-line")).toHaveLength(lines.length - 1));
});

test("keys lead through what is to be seen to, what comes and what was sent", async () => {
  const { user, app } = await openWindow("", "#/messages/desk");
  await findId("messages-screen");
  await user.keyboard("2");
  await waitFor(() => expect(app.router.route).toEqual({ screen: "messages", tab: "coming" }));
  await waitFor(() => expect(textOf(byId("messages-screen"))).toContain("does not go"));
  expect(textOf(byId("messages-screen"))).toContain("No address and no number that may be used.");
  await user.keyboard("3");
  await waitFor(() => expect(textOf(byId("messages-screen"))).toContain("sent"));
});

test("a patient's page says what they get and did not get, and keeps what they agreed to", async () => {
  const { user, fake } = await openWindow("", "#/patients/p3");
  const list = await findId("patient-messages");
  await waitFor(() => expect(within(list).getAllByTestId("message-line").length).toBeGreaterThan(0));
  await user.selectOptions(await findId("consent-surveys-email"), "yes");
  await waitFor(() => expect(byId("consent-surveys-email").getAttribute("title")).toContain("at the desk"));
  const kept = await fake.call("consent.of_patient", { patient: "p3" });
  expect(kept.find((one) => one.kind === "surveys" && one.channel === "email")?.answered).toBe("yes");
});

test("a text of one's own reads as it will be sent, a misspelt field is said before it is saved, and the usual one comes back", async () => {
  const { user, fake } = await openWindow("", "#/settings/texts");
  const area = (await findId("text-body")) as HTMLTextAreaElement;
  await waitFor(() => expect(textOf(byId("text-preview"))).toContain("Hello Alex"));
  await user.clear(area);
  await user.type(area, "Dear {{frist_name}");
  await waitFor(() => expect(byId("text-body").getAttribute("aria-invalid")).toBe("true"));
  expect(field("text-save").disabled).toBe(true);
  await user.clear(area);
  await user.type(area, "Dear ");
  await user.click(byId("text-field-first_name"));
  expect(document.activeElement).toBe(area);
  await user.keyboard("!");
  await waitFor(() => expect(textOf(byId("text-preview"))).toContain("Dear Alex!"));
  await user.type(byId("text-patient"), "nwosu");
  await user.click(await findId("text-patient-option-1"));
  await waitFor(() => expect(textOf(byId("text-preview"))).toContain("Dear Amara!"));
  await user.click(byId("text-save"));
  const { texts } = await fake.call("message_text.list", { kind: null, language: null });
  await waitFor(() => expect(texts[0]).toMatchObject({ body: "Dear {first_name}!", own: true }));
  await user.click(await findId("text-shipped"));
  await waitFor(() => expect(area.value).toContain("we expect you"));
});

test("a text message says how long it is, and a text that says too much is warned of", async () => {
  const { user } = await openWindow("", "#/settings/texts");
  await user.selectOptions(await findId("text-channel"), "sms");
  await waitFor(() => expect(textOf(byId("text-length"))).toContain("one text message"));
  await user.click(byId("text-field-type"));
  expect(textOf(await findId("text-warning"))).toContain("what the visit is for");
});

test("p7 a patient's only ways are ticked among their numbers, and m9 an address is stopped and let go with a reason", async () => {
  const { user, app, fake } = await openWindow("", "#/patients/p3");
  await user.click(await findId("contact-wish-1"));
  await waitFor(() => expect(textOf(byId("contact-wish"))).toContain("Only so"));
  expect((await fake.call("contact_wish.of_patient", { patient: "p3" })).only).toEqual([{ channel: "email", address: "desk3@example.org" }]);

  app.router.go({ screen: "settings", section: "messages" });
  await user.click(await findId("stop-add"));
  await user.type(byId("stop-address"), "+44 7700 900481");
  await user.type(byId("stop-words"), "asked on the phone{Enter}");
  await waitFor(() => expect(textOf(byId("stop-list"))).toContain("asked on the phone"));
  await user.click(byId("stop-1-remove"));
  expect(field("stop-take-off").disabled).toBe(true);
  await user.type(byId("stop-why"), "has another number now{Enter}");
  await waitFor(() => expect(textOf(byId("stop-list"))).toContain("Nobody asked"));
});
