// Starts the program of the one-file edition, in place of public/boot.js. Where the recovery page is shown, nothing starts.

// The only address that this page ever makes into a script: one of what lies in it.
const policy = window.trustedTypes
  ? trustedTypes.createPolicy("standards-met", { createScriptURL: (name) => (name.startsWith("blob:") ? name : "") })
  : { createScriptURL: (name) => name };

// As public/boot.js has it.
const REFUSED = /<(?:script|iframe|object|embed|base)\b|\bsrcdoc\b|[\s"'/]on\w+\s*=|javascript:/i;
if (window.trustedTypes)
  trustedTypes.createPolicy("default", { createHTML: (markup) => (REFUSED.test(markup) ? null : markup) });

// Opened from a file, a page has nobody to ask for files: what it would fetch is in it. Its own scripts ask for `page:/…`
// (join.mjs).
window.fetch = async (name) => {
  const places = [...document.querySelectorAll("template[data-file]")];
  const place = places.find((place) => place.dataset.file === String(name).replace(/^(\.|page:)\//, ""));
  if (!place) throw new TypeError(`${name} is not in this file.`);
  const text = place.content.textContent;
  const content = place.hasAttribute("data-base64") ? bytes(text) : text;
  if (!place.hasAttribute("data-gzip")) return new Response(content);
  return new Response(new Blob([content]).stream().pipeThrough(new DecompressionStream("gzip")));
};

function bytes(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

// Runs a program of its own in a worker: what writes reports, or what reads spreadsheets. Its script lies in this file too
// (public/boot.js does it from the host's).
window.standardsMetProgram = async (name) => {
  const file = document.querySelector("script[data-wasm]").dataset[name];
  const [script, program] = await Promise.all(
    [`${file}.js`, `${file}.wasm`].map(async (name) => (await fetch(name)).arrayBuffer()),
  );
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(policy.createScriptURL(address));
  worker.postMessage(program, [program]);
  return worker;
};

async function fillIn(place) {
  const answer = await fetch(place.dataset.src);
  place.textContent = await answer.text();
}

async function start(script) {
  const { takeOver, restore } = window.standardsMetEarly;
  restore();
  await fillIn(document.getElementById("edition"));
  const program = await fetch(script.dataset.wasm);
  await page.default({ module_or_path: await program.arrayBuffer() });
  await takeOver();
}

if (location.hash !== "#recover") {
  document.getElementById("failure-reload").addEventListener("click", () => location.reload());
  start(document.querySelector("script[data-wasm]")).catch(window.standardsMetEarly.giveUp);
}
