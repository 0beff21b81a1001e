import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

// The server serves the files below /dashboard/ for ever, since their names have their hash, and index.html at "/".
export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    assetsDir: "dashboard",
    assetsInlineLimit: 0,
    target: "es2022",
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { "/graphql": "http://127.0.0.1:8080", "/graphiql": "http://127.0.0.1:8080", "/assets": "http://127.0.0.1:8080" } },
});
