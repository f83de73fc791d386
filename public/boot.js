// Starts the program. Apart from the page, so that the page can forbid inline scripts. Where a browser is too old even
// for this, the words in the page that wait for it say so, by the style sheet alone, and lead to what is stored.
const script = document.querySelector("script[data-wasm]");

// The programs for workers, by name: the one that writes reports, and the one that reads spreadsheets. Their files are named
// by what is in them.
const { reports, spreadsheet } = script.dataset;
const programs = new Map(Object.entries({ reports, spreadsheet }));

// The only addresses that this page ever makes into scripts: the worker that keeps its files, and those of the programs.
const scripts = ["worker.js", ...[...programs.values()].map((file) => `${file}.js`)];
const policy = window.trustedTypes
  ? trustedTypes.createPolicy("standards-met", {
      createScriptURL: (name) => (scripts.includes(name) ? name : ""),
    })
  : { createScriptURL: (name) => name };

// Leptos makes the elements of a view out of its static markup. What no view of ours has in it, nobody gets into the page
// that way either.
const REFUSED = /<(?:script|iframe|object|embed|base)\b|\bsrcdoc\b|[\s"'/]on\w+\s*=|javascript:/i;
if (window.trustedTypes)
  trustedTypes.createPolicy("default", { createHTML: (markup) => (REFUSED.test(markup) ? null : markup) });
// The program asks for it once its first page stands (src/platform/offline.rs).
window.standardsMetWorker = () =>
  navigator.serviceWorker.register(policy.createScriptURL("worker.js"), { updateViaCache: "none" });

// The page asks for one of them when somebody needs it (src/platform/program.rs).
window.standardsMetProgram = async (name) => {
  const file = programs.get(name);
  const answer = await fetch(`${file}.wasm`);
  if (!answer.ok) throw new Error(`${file}.wasm: ${answer.status}`);
  const program = await answer.arrayBuffer();
  const worker = new Worker(policy.createScriptURL(`${file}.js`));
  worker.postMessage(program, [program]);
  return worker;
};

// A browser says once that the page can be installed, and may do so before the program is there (src/platform/install.rs).
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  window.standardsMetInstall = event;
});

// How often in a row the start has failed in this tab. Without a store for it, it is not tried again.
const FAILED = "standards-met/failed";

function countFailure() {
  try {
    const count = Number(sessionStorage.getItem(FAILED)) + 1;
    sessionStorage.setItem(FAILED, count);
    return count;
  } catch {
    return Infinity;
  }
}

function countNone() {
  try {
    sessionStorage.removeItem(FAILED);
  } catch {
    // Nothing was counted then.
  }
}

// Whether the host answers, and with this page: past the worker, which knows the page by heart.
const hostAnswers = () =>
  fetch("index.html?past", { cache: "no-store" }).then(
    async (answer) => answer.ok && (await answer.text()).includes("data-wasm="),
    () => false,
  );

// Gives up the page's files that are kept for use without the internet, if the host can be reached to have them anew.
// What people have typed is elsewhere and stays.
async function forgetFiles() {
  if (!(await hostAnswers())) return;
  try {
    const { href, pathname } = new URL("./", location.href);
    const worker = await navigator.serviceWorker.getRegistration();
    // Another page's worker may answer for a folder above.
    if (worker && worker.scope === href) await worker.unregister();
    for (const name of await caches.keys())
      if (name.startsWith("standards-met-") && name.endsWith(`-${pathname}`)) await caches.delete(name);
  } catch {
    // This browser keeps no such files.
  }
}

document.getElementById("failure-reload").addEventListener("click", async () => {
  await forgetFiles();
  location.reload();
});

async function fillIn(place) {
  const answer = await fetch(place.dataset.src);
  if (!answer.ok) throw new Error(`${place.dataset.src}: ${answer.status}`);
  const text = await answer.text();
  // The page with which a wireless network asks who one is comes in the place of anything.
  if (!JSON.parse(text).parts.length) throw new Error(`${place.dataset.src} holds no questions`);
  place.textContent = text;
}

// What the first question needs is fetched beside the program, so that it is there when somebody presses "Start". Should it not
// come, it is asked for once more when it is needed.
function fetchNext() {
  fetch(script.dataset.next, { priority: "low" }).catch(() => {});
}

// So are the questions of the year that is chosen, as soon as somebody begins to fill in the form.
function fetchYear() {
  const year = document.querySelector("template[data-edition]");
  if (year) fetch(`editions/${year.dataset.edition}`, { priority: "low" }).catch(() => {});
}

async function start() {
  // Where a host's policy knows another version's script, the one in the page did not run.
  if (!window.standardsMetEarly) await import("./early.js");
  window.standardsMetEarly.restore();
  const arriving = [import(script.dataset.js), fillIn(document.getElementById("edition")), window.standardsMetEarly.styled];
  fetchNext();
  addEventListener("input", fetchYear, { once: true });
  const [program] = await Promise.all(arriving);
  await program.default({ module_or_path: script.dataset.wasm });
  countNone();
}

start()
  .then(() => window.standardsMetEarly.takeOver())
  .catch(async (error) => {
    // Browsers fail to start a program now and then, and a host may be in the middle of an update. So it is tried once
    // more as it is, and once with everything anew. Without the host, that could end on the browser's own page, which
    // knows no way to what is stored.
    const count = countFailure();
    if (count > 2 || !(await hostAnswers())) return window.standardsMetEarly.giveUp(error);
    console.warn("The start failed and is tried once more.", error);
    if (count > 1) await forgetFiles();
    window.standardsMetEarly.keep();
    location.reload();
  });
