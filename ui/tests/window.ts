import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { fakeTransport, type FakeTransport } from "$/api/fake/transport";
import AppWindow from "$/AppWindow.svelte";
import { App } from "$/lib/app.svelte";

export interface Opened {
  app: App;
  fake: FakeTransport;
  user: ReturnType<typeof userEvent.setup>;
}

/** The whole window over a practice in memory. */
export async function openWindow(options = "", hash = ""): Promise<Opened> {
  location.hash = hash;
  const fake = fakeTransport(new URLSearchParams(options));
  const app = new App(fake);
  render(AppWindow, { app });
  await app.start();
  return { app, fake, user: userEvent.setup() };
}

/** State alone, without a window. */
export async function openApp(options = ""): Promise<{ app: App; fake: FakeTransport }> {
  const fake = fakeTransport(new URLSearchParams(options));
  const app = new App(fake);
  await app.start();
  await waitFor(() => {
    if (app.session?.state === "open" && !app.practice) throw new Error("not read yet");
  });
  return { app, fake };
}

export const byId = (id: string): HTMLElement => screen.getByTestId(id);
export const findId = (id: string): Promise<HTMLElement> => screen.findByTestId(id);
/** Text without the marks that keep names of other scripts in order. */
export const textOf = (element: HTMLElement): string =>
  (element.textContent ?? "").replace(/[\u2068\u2069]/g, "").replace(/\s+/g, " ").trim();
