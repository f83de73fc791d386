// Finds the one element with a role and a name, as assistive technology would name it.
// Arguments: role, "is" | "starts" | "contains", the name, the name of what it lies in or null, its number or null.
// Returns { found, count, names }: the element or null, how many matched, and the names that were there instead.
const [role, how, wanted, within, number] = arguments;

const FIELD = ["radio", "checkbox", "file", "hidden", "submit", "button", "reset"].map((t) => `:not([type=${t}])`).join("");
const SELECTORS = {
  button: "button, summary, input[type=submit], input[type=button], [role=button]",
  link: "a[href], [role=link]",
  heading: "h1, h2, h3, h4, h5, h6, [role=heading]",
  field: `textarea, select, input${FIELD}, [role=textbox], [role=combobox]`,
  radio: "input[type=radio], [role=radio]",
  checkbox: "input[type=checkbox], [role=checkbox]",
  file: "input[type=file]",
  group: "fieldset, details, section, article, form, dialog, table, tr, li, dl > div, nav, aside, main, " +
    "[role=group], [role=region], [role=dialog], [role=alertdialog], [role=radiogroup]",
  dialog: "dialog, [role=dialog], [role=alertdialog]",
  alert: "[role=alert], [role=alertdialog]",
  status: "[role=status], output, [aria-live=polite]",
};
// These name themselves by a part of theirs, not by all of their text.
const TITLES = "legend, caption, summary, dt, th, h1, h2, h3, h4, h5, h6, [role=heading], a[href]";

const tidy = (text) => text.replace(/\s+/g, " ").trim();

function text(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true") return "";
  const display = getComputedStyle(node).display;
  if (display === "none") return "";
  if (node.matches("img, svg")) return node.getAttribute("alt") || node.getAttribute("aria-label") || "";
  const inside = Array.from(node.childNodes, text).join("");
  return display.startsWith("inline") ? inside : ` ${inside} `;
}

function name(element) {
  const ids = (element.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean);
  const labelled = ids.map((id) => document.getElementById(id)).filter(Boolean);
  if (labelled.length) return tidy(labelled.map(text).join(" "));
  if (element.getAttribute("aria-label")) return tidy(element.getAttribute("aria-label"));
  if (element.labels && element.labels.length) return tidy(Array.from(element.labels, text).join(" "));
  if (element.matches("input[type=submit], input[type=button]")) return tidy(element.value);
  if (element.matches(SELECTORS.group)) {
    const title = element.querySelector(TITLES);
    return title ? tidy(text(title)) : "";
  }
  if (element.matches("input, select, textarea")) return tidy(element.title || "");
  return tidy(text(element)) || tidy(element.title || "");
}

function shown(element) {
  if (role === "file") return true;
  if (element.closest("[aria-hidden=true], [inert]")) return false;
  if (element.checkVisibility) return element.checkVisibility({ visibilityProperty: true });
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
}

// Inside a group of that name; without one, between the heading of that name and the next of its rank.
function areas() {
  if (within === null) return [() => true];
  const groups = Array.from(document.querySelectorAll(SELECTORS.group)).filter((group) => name(group) === within);
  if (groups.length) return groups.map((group) => (element) => group.contains(element));
  const headings = Array.from(document.querySelectorAll("h1, h2, h3, h4, h5, h6"));
  const start = headings.findIndex((heading) => tidy(text(heading)) === within);
  if (start < 0) return [];
  const end = headings.slice(start + 1).find((heading) => heading.tagName <= headings[start].tagName);
  const after = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  return [(element) => after(headings[start], element) && !(end && after(end, element))];
}

const places = areas();
const candidates = Array.from(document.querySelectorAll(SELECTORS[role] || `[role=${role}]`))
  .filter((element) => shown(element) && places.some((holds) => holds(element)))
  .map((element) => ({ element, name: name(element) }));
const matches = candidates.filter((candidate) =>
  how === "is" ? candidate.name === wanted
    : how === "starts" ? candidate.name.startsWith(wanted)
      : candidate.name.includes(wanted));
const chosen = number === null ? (matches.length === 1 ? matches[0] : null) : matches[number - 1];
return {
  found: chosen ? chosen.element : null,
  count: matches.length,
  names: candidates.slice(0, 25).map((candidate) => candidate.name.slice(0, 80)),
};
