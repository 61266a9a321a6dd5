import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

const desktop = { group: ["@tauri-apps/*"], message: "Only platform/ knows the desktop." };

/** Who may not know whom: the arrows of the window's house. */
const walls = [
  ["src/lib/**", ["$/features/*", "$/screens/*", "$/components/*"]],
  ["src/components/**", ["$/features/*", "$/screens/*"]],
  ["src/features/**", ["$/screens/*", "$/features/*"]],
  ["src/api/**", ["$/features/*", "$/screens/*", "$/components/*"]],
].map(([folder, group]) => ({
  files: [`${folder}/*.{ts,svelte}`],
  rules: { "no-restricted-imports": ["error", { patterns: [desktop, { group, message: "This room may not know that one." }] }] },
}));

export default ts.config(
  { ignores: ["dist", "node_modules"] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser } } },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig } },
    rules: { "prefer-const": "off", "svelte/prefer-const": "off" },
  },
  {
    files: ["src/**"],
    rules: {
      "max-lines": ["error", 300],
      "no-restricted-globals": ["error", { name: "alert", message: "Say it in place." }],
      "no-console": "error",
      "no-restricted-syntax": ["error", { selector: "SvelteAttribute[key.name='autofocus']", message: "Use {@attach takeFocus}: WebKit answers autofocus too late." }],
      // `void promise` says that nobody waits; a template may do so too.
      "@typescript-eslint/no-meaningless-void-operator": "off",
      "svelte/no-navigation-without-resolve": "off",
    },
  },
  { files: ["src/api/bindings.ts"], rules: { "max-lines": "off" } },
  {
    files: ["src/**"],
    ignores: ["src/platform/**"],
    rules: { "no-restricted-imports": ["error", { patterns: [desktop] }] },
  },
  ...walls,
);
