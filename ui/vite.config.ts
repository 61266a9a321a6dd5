import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [svelte()],
  // Relative, so that the window can serve it from any scheme.
  base: "./",
  clearScreen: false,
  resolve: {
    alias: { $: here("./src"), $assets: here("../assets") },
    ...(process.env["VITEST"] ? { conditions: ["browser"] } : {}),
  },
  server: { port: 5173, strictPort: true, fs: { allow: [here("."), here("../assets")] } },
  build: {
    target: "safari17",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  test: {
    environment: "jsdom",
    // Generous: a busy machine is slow, not wrong.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/setup.ts"],
    server: { deps: { inline: [/bits-ui/] } },
  },
});
