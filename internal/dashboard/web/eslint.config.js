import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";

import svelteConfig from "./svelte.config.js";

export default ts.config(
  { ignores: ["src/generated/", "node_modules/"] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: globals.browser } },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      // Text of the graph is shown as text.
      "svelte/no-at-html-tags": "error",
      // The policy of the page allows no style attributes in its HTML; style: directives are set by script.
      "svelte/no-inline-styles": ["error", { allowTransitions: false }],
      // Svelte trims blanks at the ends of elements and blocks; those in mustaches stay.
      "svelte/no-useless-mustaches": "off",
      // Addresses are hashes, which state/address.ts makes.
      "svelte/no-navigation-without-resolve": "off",
    },
  },
);
