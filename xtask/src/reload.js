// Only in `cargo xtask serve --dev`: loads the page again once it was built anew.
let shown;
setInterval(async () => {
  try {
    const answer = await fetch("./build.txt", { cache: "no-store" });
    if (!answer.ok) return;
    const built = await answer.text();
    shown ??= built;
    if (built !== shown) location.reload();
  } catch {
    // The server is starting again, or was stopped.
  }
}, 250);
