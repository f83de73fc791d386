// Starts the program. Apart from the page, so that the page can forbid inline scripts. Where a browser is too old even
// for this, the words in the page that wait for it say so, by the style sheet alone, and lead to what is stored.
const script = document.querySelector("script[data-wasm]");

document.getElementById("failure-reload").addEventListener("click", () => location.reload());

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
    document.getElementById("failure").hidden = false;
  });
