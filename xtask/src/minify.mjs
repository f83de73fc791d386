// Makes scripts small, each in its place: `node minify.mjs FILE…`. Trunk's own minifier does not know `as default`.
import { transformSync } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";

for (const file of process.argv.slice(2)) {
  // What is in the page itself is no module.
  const format = file.endsWith("early.js") ? undefined : "esm";
  const { code } = transformSync(readFileSync(file, "utf8"), { minify: true, format, target: "es2020" });
  writeFileSync(file, code.trim());
}
