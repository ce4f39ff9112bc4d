import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const BEFORE_A_TALK = [
  ...["field", "loading", "pill", "toggle"].map((name) => `components/${name}.`),
  ...["choice", "microphone-check", "noise", "open-microphone"].map((name) => `devices/${name}.`),
  ...["link", "list", "status"].map((name) => `features/sessions/components/session-${name}.`),
];

function among(...starts: string[]) {
  return (id: string) => starts.some((start) => id.includes(`/web/src/${start}`));
}

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: {
      "@": path.resolve(import.meta.dirname, "src"),
      // What it stands in for is part of React since 18.
      "use-sync-external-store/shim/with-selector": "use-sync-external-store/with-selector",
    },
  },
  build: {
    target: "es2022",
    // Small images would become data: URLs, which the content security policy refuses.
    assetsInlineLimit: 0,
    // The preload helper writes no inline script; the polyfill would.
    modulePreload: { polyfill: false },
    // LiveKit is 535 kB in one piece; it loads apart from the page, see load-livekit.ts.
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            // What is needed together lies in one file: it is smaller than in twenty.
            { name: "every-page", tags: ["$initial"] },
            { name: "before-a-page", test: among("components/card.", "i18n/times.") },
            { name: "before-a-talk", test: among(...BEFORE_A_TALK) },
          ],
        },
      },
    },
  },
  test: {
    environment: "jsdom",
    environmentOptions: { jsdom: { url: "http://localhost:8080/" } },
    setupFiles: ["src/testing/setup.ts", "src/testing/setup-page.ts"],
    css: { modules: { classNameStrategy: "non-scoped" } },
    restoreMocks: true,
    testTimeout: 30_000,
  },
});
