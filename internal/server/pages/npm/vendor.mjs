// Copies the files of the IDE out of installed npm packages and writes
// vendor.tsv (where each file is from) and LICENSES.txt (the licences of all
// that is inside them). vendor.sh is the way to run it.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [modules, dist] = process.argv.slice(2);

// keep takes a file as it is; noFonts drops the embedded web fonts, which are
// six sevenths of the style sheet. ide.css names system fonts in their place.
const keep = (text) => text;
const noFonts = (text) => {
  const out = text.replace(/@font-face\s*\{[^{}]*\}\n*/g, "");
  if (out === text || out.includes("font/woff")) {
    throw new Error("the style sheet no longer has the fonts in the known form");
  }
  return out;
};

const files = [
  ["react.production.min.js", "react", "umd/react.production.min.js", keep],
  ["react-dom.production.min.js", "react-dom", "umd/react-dom.production.min.js", keep],
  ["graphiql.min.js", "graphiql", "graphiql.min.js", keep],
  ["graphiql.min.css", "graphiql", "graphiql.min.css", noFonts],
  ["explorer.umd.js", "@graphiql/plugin-explorer", "dist/index.umd.js", keep],
  ["explorer.css", "@graphiql/plugin-explorer", "dist/style.css", keep],
];

const manifest = (pkg) => JSON.parse(readFileSync(join(modules, pkg, "package.json"), "utf8"));
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

const rows = [["file", "package", "version", "path", "package_sha256", "file_sha256", "licence"]];
for (const [file, pkg, path, change] of files) {
  const text = readFileSync(join(modules, pkg, path), "utf8");
  const out = change(text);
  writeFileSync(join(dist, file), out);
  const { version, license } = manifest(pkg);
  rows.push([file, pkg, version, path, sha256(text), sha256(out), license]);
}
writeFileSync(join(dist, "vendor.tsv"), rows.map((r) => r.join("\t") + "\n").join(""));

// The source map names each module that the maker of graphiql.min.js bundled.
// Modules of the GraphiQL repository itself have paths without node_modules, so
// they are listed. What newer versions of other packages no longer bring along
// is in npm/package.json by itself, for its licence alone.
const bundled = new Set([
  "react",
  "react-dom",
  "scheduler", // inside react-dom
  "graphiql",
  "@graphiql/plugin-explorer",
  "graphiql-explorer", // inside plugin-explorer
  "@graphiql/plugin-doc-explorer",
  "@graphiql/plugin-history",
  "@graphiql/react",
  "@graphiql/toolkit",
  "codemirror-graphql",
  "graphql-language-service",
]);
const map = JSON.parse(readFileSync(join(modules, "graphiql/graphiql.min.js.map"), "utf8"));
for (const source of map.sources) {
  const found = [...source.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].pop();
  if (found) bundled.add(found[1]);
}

// Packages without a licence file of their own, and the package of the same
// repository, or else of the same author and licence, that has one.
const textOf = {
  "@graphiql/plugin-doc-explorer": "graphiql",
  "@graphiql/plugin-explorer": "graphiql",
  "@graphiql/plugin-history": "graphiql",
  "react-compiler-runtime": "react",
  "react-remove-scroll-bar": "react-remove-scroll",
  "toggle-selection": "copy-to-clipboard",
};

const find = (pkg) => {
  const places = [pkg, join("@graphiql/plugin-explorer/node_modules", pkg)];
  const at = places.find((p) => existsSync(join(modules, p, "package.json")));
  if (!at) throw new Error(`${pkg} is bundled but not installed: add it to npm/package.json`);
  return at;
};
const licenceFiles = (at) =>
  readdirSync(join(modules, at))
    .filter((f) => /^(licen[cs]e|notice|copying)/i.test(f))
    .sort();

const texts = new Map(); // licence text -> the packages it is for
for (const pkg of [...bundled].sort()) {
  const { version, license } = manifest(find(pkg));
  const at = find(textOf[pkg] ?? pkg);
  const names = licenceFiles(at);
  if (names.length === 0) throw new Error(`${pkg} ${version} (${license}) has no licence text`);
  const text = names
    .map((f) => readFileSync(join(modules, at, f), "utf8").replace(/\r\n/g, "\n").trim())
    .join("\n\n");
  const source = textOf[pkg] ? `, text from ${textOf[pkg]}` : "";
  const name = `${pkg} ${version} (${license}${source})`;
  texts.set(text, [...(texts.get(text) ?? []), name]);
}

const rule = "-".repeat(72);
const parts = [
  `Licences of the JavaScript and CSS of the GraphQL IDE in this folder.

graphiql.min.js holds the code of many packages. Its source map names them, not
their versions. The version below is the one that the licence text is from.`,
];
for (const [text, pkgs] of texts) parts.push(`${rule}\n${pkgs.join("\n")}\n${rule}\n\n${text}`);
writeFileSync(join(dist, "LICENSES.txt"), parts.join("\n\n") + "\n");
