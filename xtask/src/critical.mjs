// Takes of a style sheet what a page is first seen in: `node critical.mjs PAGE SHEET TO`.
import Beasties from "beasties";
import postcss from "postcss";
import { readFileSync, writeFileSync } from "node:fs";

const [page, sheet, to] = process.argv.slice(2);
const html = readFileSync(page, "utf8").replace(/<(script|style)\b[^]*?<\/\1>/g, "").replace(/<link\b[^>]*>/g, "");
const beasties = new Beasties({
  logLevel: "silent",
  keyframes: "critical",
  // What public/early.js writes on the root and on what is pressed, which is not there before it has run.
  allowRules: [/\[data-/, /\[aria-busy/],
});
const seen = await beasties.process(html.replace("</head>", `<style>${readFileSync(sheet, "utf8")}</style></head>`));
// The whole sheet is there for print from the beginning.
const style = postcss.parse(seen.match(/<style>([^]*?)<\/style>/)[1]);
style.walkAtRules("media", (rule) => void (rule.params === "print" && rule.remove()));
writeFileSync(to, style.toString());
