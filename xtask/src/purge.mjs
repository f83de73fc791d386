// Takes out of a style sheet the rules for classes of nhsuk-frontend that this page does not use: `node purge.mjs SHEET FOLDER`,
// where the folder is that of the project. Nothing else is weighed: the page's own classes, elements and attributes are also
// written by programs. PurgeCSS weighs those too.
import postcss from "postcss";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [sheet, folder] = process.argv.slice(2);
const sources = ["index.html"];
for (const place of ["src", "public", "xtask/src/single"])
  for (const file of readdirSync(join(folder, place), { recursive: true }))
    if (/\.(rs|html|js)$/.test(file)) sources.push(join(place, file));
const used = new Set(sources.flatMap((file) => readFileSync(join(folder, file), "utf8").match(/\bnhsuk-[\w-]+/g) ?? []));

const style = postcss.parse(readFileSync(sheet, "utf8"));
// What an element is not, or is one of, does not tell that it is not there.
const certain = (selector) => selector.replace(/:(not|is|where|has)\([^()]*\)/g, "");
const isUsed = (selector) =>
  (certain(selector).match(/\.nhsuk-[\w-]+/g) ?? []).every((name) => used.has(name.slice(1)));
style.walkRules((rule) => {
  if (rule.selectors.every(isUsed)) return;
  const selectors = rule.selectors.filter(isUsed);
  if (selectors.length) rule.selectors = selectors;
  else rule.remove();
});
// What has become empty.
style.walkAtRules((rule) => void (rule.nodes?.length === 0 && rule.remove()));
writeFileSync(sheet, style.toString());
