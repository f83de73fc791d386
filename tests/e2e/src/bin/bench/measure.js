// Notes how a load goes. Runs before anything of the page itself, inside a function that knows two names:
// SELECTOR, of what has to be there for the page to be usable, and LIMIT, the milliseconds after which it is given up.
// Leaves a promise in `benchLoad`, which is kept once the page is usable and nothing has happened in it for a while.
if (window !== window.top) return;

// The later part of a program and what a first page fetches after it come within this time of each other, however slow.
const QUIET = 2000;
const notes = { usable: null, largest_paint: null, shift: 0, long_tasks: 0, long_tasks_ms: 0 };
let stirred = 0;
let found = false;

function watch(type, note) {
  const observer = new PerformanceObserver((list) => {
    list.getEntries().forEach(note);
    stirred = performance.now();
  });
  observer.observe({ type, buffered: true });
}
watch("largest-contentful-paint", (entry) => {
  notes.largest_paint = entry.startTime;
});
// All shifts together, which is never less than the worst few seconds of them, as others count.
watch("layout-shift", (entry) => {
  if (!entry.hadRecentInput) notes.shift += entry.value;
});
watch("longtask", (entry) => {
  notes.long_tasks += 1;
  notes.long_tasks_ms += entry.duration;
});
watch("resource", () => {});

function look() {
  if (found) return;
  const element = document.querySelector(SELECTOR);
  if (!element || !element.checkVisibility() || element.matches(":disabled, [readonly], [inert] *")) return;
  found = true;
  changes.disconnect();
  // The first frame draws it, and when the second begins, it is on the screen.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      notes.usable = stirred = performance.now();
    }),
  );
}
const changes = new MutationObserver(look);
changes.observe(document, { childList: true, subtree: true });
(function frame() {
  look();
  if (!found) requestAnimationFrame(frame);
})();

window.benchLoad = new Promise((settled) => {
  const ask = () => {
    const now = performance.now();
    const over = notes.usable !== null && document.readyState === "complete" && now - stirred > QUIET;
    if (!over && now < LIMIT) return void setTimeout(ask, 250);
    const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    const own = entries.filter((entry) => entry.workerStart === 0);
    const [first] = performance.getEntriesByName("first-contentful-paint");
    settled({
      ...notes,
      first_paint: first ? first.startTime : null,
      bytes: own.reduce((sum, entry) => sum + entry.transferSize, 0),
      by_worker: entries.length - own.length,
    });
  };
  ask();
});
