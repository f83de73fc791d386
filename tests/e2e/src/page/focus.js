// Says what has the focus, and whether a person can see that it has: it looks different from a twin without it.
const element = document.activeElement;
const box = element.getBoundingClientRect();
const words = element.getAttribute("aria-label") || element.labels?.[0]?.innerText || element.innerText || element.id || "";

const look = (one) => {
  const style = getComputedStyle(one);
  const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 ? style.outline : "none";
  return [outline, style.boxShadow, style.backgroundColor, style.border].join(" | ");
};
function differs() {
  const twin = element.cloneNode(false);
  // A twin with the same name would take part in the same choice.
  for (const attribute of ["id", "name"]) twin.removeAttribute(attribute);
  element.after(twin);
  const found = look(twin) !== look(element);
  twin.remove();
  return found;
}

// The calendar button inside a date field is the browser's own: it has a ring of its own, and the field then has none.
const ownPart = element.matches("input[type=date]:not(:focus-visible)");
// The page itself and the browser around it show no ring, and need none.
const anywhere = element !== document.body && element !== document.documentElement;
return {
  what: `${element.tagName.toLowerCase()} “${words.replace(/\s+/g, " ").trim().slice(0, 60)}”`,
  anywhere,
  drawn: anywhere && (ownPart || differs()),
  in_sight: box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
};
