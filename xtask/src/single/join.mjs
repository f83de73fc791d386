// Joins a script of the page and all that it imports into one, for which `page` stands: `node join.mjs FROM TO`.
import { buildSync } from "esbuild";

const [from, to] = process.argv.slice(2);
buildSync({
  entryPoints: [from],
  outfile: to,
  bundle: true,
  format: "iife",
  globalName: "page",
  // Where the scripts think that they are: what they fetch lies in the page, and boot.js finds it by its name.
  define: { "import.meta.url": '"page:/"' },
  // wasm-bindgen names the same module again and again, of which esbuild warns.
  logLevel: "error",
});
