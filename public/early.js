// Stands in the page itself and runs before anything is painted: what is seen first depends on the device, and what is typed,
// pressed and chosen before the program is there is kept for it. boot.js, and the start of the one-file edition, hand it over
// or say that the program did not come.
(() => {
  const root = document.documentElement;

  // What src/platform/install.rs, src/platform/lasting.rs and the style sheet read. Safari on an iPad says in its own way that
  // it is an app. Safari, and every browser on an iPad, forgets after a week unless it is one.
  const { userAgent, standalone } = navigator;
  if (standalone || matchMedia("(display-mode: standalone)").matches) root.dataset.place = "app";
  if (/AppleWebKit/.test(userAgent) && !/Chrom/.test(userAgent) && !standalone) root.dataset.keeps = "week";

  // Whoever has work here never sees the empty form.
  function hasWork() {
    try {
      return Object.keys(localStorage).some((key) => /^standards-met\/(kept|assessment)\//.test(key));
    } catch {
      return false;
    }
  }

  function choose() {
    root.dataset.first = /^(#\/?)?$/.test(location.hash) && !hasWork() ? "start" : "other";
  }
  choose();

  const drawn = () => document.getElementById("loading");
  const start = () => document.getElementById("start-page");
  const fields = () =>
    [...start().querySelectorAll("input:not([type=file], [type=radio])")].filter((field) => field.value);
  const chosen = () => [...start().querySelectorAll("[type=radio]:checked")];
  // The button that was pressed last, or the files that were chosen or dropped since. It is done once, when the program is there.
  let pressed = null;
  let files = [];
  let composing = false;

  // Says on the button itself, and to who listens, that the press was understood.
  function wait(button) {
    if (pressed) release(pressed);
    pressed = button;
    button.dataset.words = button.textContent;
    button.textContent = "One moment…";
    button.setAttribute("aria-busy", "true");
    document.getElementById("early").textContent = "One moment…";
  }

  function release(button) {
    button.textContent = button.dataset.words;
    button.removeAttribute("aria-busy");
  }

  function take(list) {
    if (!list.length) return;
    files = [...list];
    const label = start().querySelector(".app-file label");
    if (label) wait(label);
  }

  const listeners = {
    hashchange: choose,
    click(event) {
      const button = event.target.closest("#start-page button");
      if (!button) return;
      event.preventDefault();
      files = [];
      wait(button);
    },
    change(event) {
      if (event.target.matches("#start-page [type=file]")) take(event.target.files);
    },
    dragover: (event) => event.preventDefault(),
    drop(event) {
      // Otherwise the browser would open the file in the place of the page.
      event.preventDefault();
      take(event.dataTransfer.files);
    },
    compositionstart: () => (composing = true),
    compositionend: () => (composing = false),
    pagehide: keep,
  };
  for (const [kind, listener] of Object.entries(listeners)) addEventListener(kind, listener, true);

  // The rest of the style sheet is for print until it is here, so that nothing waits for it.
  const sheet = document.querySelector("link[rel=stylesheet][media=print]");
  const styled = new Promise((arrived) => {
    if (!sheet || sheet.sheet) return arrived();
    sheet.addEventListener("load", arrived);
    sheet.addEventListener("error", arrived);
  }).then(() => sheet && (sheet.media = "all"));

  // The same element in the page that the program has drawn.
  function twin(element) {
    const page = document.getElementById("app");
    if (element.id) return page.querySelector(`#${CSS.escape(element.id)}`);
    const words = element.dataset.words || element.textContent;
    return [...page.querySelectorAll(element.localName)].find((other) => other.textContent === words);
  }

  // Types, and puts the cursor where it stands.
  function handOver() {
    for (const field of fields()) {
      const other = twin(field);
      if (!other) continue;
      other.value = field.value;
      other.dispatchEvent(new Event("input", { bubbles: true }));
    }
    for (const choice of chosen()) {
      const other = twin(choice);
      if (!other || other.checked) continue;
      other.checked = true;
      other.dispatchEvent(new Event("change", { bubbles: true }));
    }
    const focused = document.activeElement;
    const other = start().contains(focused) && twin(focused);
    if (!other) return;
    other.focus({ preventScroll: true });
    if (focused.selectionStart !== undefined && focused.selectionStart !== null)
      other.setSelectionRange(focused.selectionStart, focused.selectionEnd, focused.selectionDirection);
  }

  // The program has drawn its page: it takes the place of this one, with what was typed, the focus, and what was pressed.
  async function takeOver() {
    // A keyboard that is in the middle of a word would lose it.
    if (composing) await new Promise((done) => addEventListener("compositionend", done, { once: true, capture: true }));
    document.getElementById("app").hidden = false;
    for (const [kind, listener] of Object.entries(listeners)) removeEventListener(kind, listener, true);
    handOver();
    const press = !files.length && pressed && twin(pressed);
    drawn().remove();
    if (press) press.click();
    if (!files.length) return;
    // The program takes a file that is dropped on any of its pages.
    const carried = new DataTransfer();
    for (const file of files) carried.items.add(file);
    const dropped = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: carried });
    document.getElementById("app").firstElementChild.dispatchEvent(dropped);
  }

  // What was typed outlasts the page being loaded again, in this tab.
  const TYPED = "standards-met/typed";

  function keep() {
    if (!drawn() || !fields().length) return;
    try {
      const typed = [...fields().map((field) => [field.id, field.value]), ...chosen().map(({ id }) => [id, true])];
      sessionStorage.setItem(TYPED, JSON.stringify(typed));
    } catch {
      // Then it is on the screen alone.
    }
  }

  function restore() {
    try {
      const typed = JSON.parse(sessionStorage.getItem(TYPED)) || [];
      sessionStorage.removeItem(TYPED);
      for (const [id, value] of typed) {
        const field = start().querySelector(`#${CSS.escape(id)}`);
        if (field && value === true) field.checked = true;
        else if (field && !field.value) field.value = value;
      }
    } catch {
      // Nothing was kept.
    }
  }

  // The program did not come.
  function giveUp(error) {
    console.error(error);
    const failure = document.getElementById("failure");
    if (drawn() && fields().length) {
      keep();
      const text = document.getElementById("failure-typed");
      text.value = fields().map((field) => `${field.labels[0].textContent}: ${field.value}`).join("\n");
      text.parentNode.hidden = false;
      document.getElementById("failure-copy").addEventListener("click", async () => {
        const copied = document.getElementById("failure-copied");
        try {
          await navigator.clipboard.writeText(text.value);
          copied.textContent = "Copied";
        } catch {
          text.select();
          copied.textContent = "This browser does not let the page copy. Select the text and copy it yourself.";
        }
      });
    }
    if (drawn()) drawn().remove();
    // Nothing else is left on the page.
    failure.setAttribute("role", "main");
    failure.hidden = false;
  }

  window.standardsMetEarly = { styled, takeOver, keep, restore, giveUp };
})();
