import "@fontsource-variable/inter";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/dialog.css";
import "./styles/print.css";
import { mount } from "svelte";
import type { Transport } from "./api/transport";
import AppWindow from "./AppWindow.svelte";
import { App } from "./lib/app.svelte";
import { insideWindow, tauriTransport } from "./platform/tauri";

async function transport(): Promise<Transport | null> {
  if (insideWindow()) return tauriTransport();
  if (!import.meta.env.DEV && import.meta.env.MODE !== "fake") return null;
  const { fakeTransport } = await import("./api/fake/transport");
  return fakeTransport(new URLSearchParams(location.search));
}

const target = document.getElementById("app");
const way = await transport();
if (target) {
  const app = way && new App(way);
  mount(AppWindow, { target, props: { app } });
  void app?.start();
}
