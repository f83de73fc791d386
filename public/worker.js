// Keeps this page's own files in the browser, so that it opens without the internet. It knows one version: the list below,
// which the build fills in (xtask/src/offline.rs). Either every file of it is here, as the build made it, or this version
// is not taken up at all. Answers never come here.
const VERSION = "";
const FILES = [];

// With the folder, because several copies of this page may be hosted under one name.
const FOLDER = `-${new URL(registration.scope).pathname}`;
const CACHE = `standards-met-${VERSION}${FOLDER}`;
const isOurs = (name) => name.startsWith("standards-met-") && name.endsWith(FOLDER);

// The address of a file of the list.
const at = (name) => new URL(name, registration.scope).href;

async function fetchAll() {
  const cache = await caches.open(CACHE);
  await Promise.all(
    FILES.map(async ([name, integrity]) => {
      // Past the browser's own memory of it, unless the name changes with the file; and refused if it is another version's.
      const memory = /-[0-9a-f]{12,16}[._]/.test(name) ? "default" : "no-cache";
      const ask = (cache) => fetch(at(name), { cache, integrity, credentials: "same-origin" });
      const answer = await ask(memory).catch(() => ask("reload"));
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      // A host may have led elsewhere, and browsers do not open a page with such an answer.
      const body = answer.redirected ? new Response(await answer.blob(), { headers: answer.headers }) : answer;
      await cache.put(at(name), body);
    }),
  );
}

addEventListener("install", (event) => {
  const keep = async () => {
    // A host that goes back to the version in charge: what is kept of it stays, whatever happens now.
    const inUse = await caches.has(CACHE);
    try {
      await fetchAll();
    } catch (error) {
      if (!inUse) await caches.delete(CACHE);
      throw error;
    }
  };
  event.waitUntil(keep());
});

addEventListener("activate", (event) => {
  const clean = async () => {
    const others = (await caches.keys()).filter((name) => isOurs(name) && name !== CACHE);
    await Promise.all(others.map((name) => caches.delete(name)));
    await clients.claim();
  };
  event.waitUntil(clean());
});

// The person wants the new version.
addEventListener("message", (event) => {
  if (event.data === "switch") skipWaiting();
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  const url = new URL(request.url);
  // What asks past this version, asks the host: see boot.js.
  if (url.searchParams.has("past")) return;
  url.hash = "";
  if (request.mode === "navigate") {
    url.search = "";
    if (url.href === at("index.html")) url.href = at("./");
  }
  event.respondWith(
    // What the browser cannot read any more, the host may have. Not by opening the cache: that would make it anew where everything was just cleared.
    caches.match(url.href, { cacheName: CACHE }).catch(() => undefined).then((kept) => kept || fetch(request)),
  );
});
