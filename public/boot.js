// Starts the program. Apart from the page, so that the page can forbid inline scripts; plain and in the words of old
// browsers, so that the failure block works where the program does not.
const script = document.querySelector("script[data-wasm]");
const failure = document.getElementById("failure");

document.getElementById("failure-reload").addEventListener("click", () => location.reload());

document.getElementById("failure-download").addEventListener("click", () => {
  const saved = {};
  try {
    for (let index = 0; index < localStorage.length; index += 1) {
      const key = localStorage.key(index);
      if (key.startsWith("standards-met/")) saved[key] = localStorage.getItem(key);
    }
  } catch (blocked) {
    // Storage is blocked, so there is nothing to save.
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(saved, null, 2)], { type: "application/json" }));
  link.download = "standards-met-saved.json";
  link.click();
});

async function fillIn(place) {
  const answer = await fetch(place.dataset.src);
  if (!answer.ok) throw new Error(`${place.dataset.src}: ${answer.status}`);
  place.textContent = await answer.text();
}

Promise.all([import(script.dataset.js), fillIn(document.getElementById("edition"))])
  .then(([program]) => program.default({ module_or_path: script.dataset.wasm }))
  .catch((error) => {
    console.error(error);
    const loading = document.getElementById("loading");
    if (loading) loading.remove();
    failure.hidden = false;
  });
