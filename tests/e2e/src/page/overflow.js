// Says whether the page can be pushed sideways, and which elements stick out furthest.
const page = document.documentElement;
const wide = Array.from(document.querySelectorAll("body *"))
  .map((element) => ({ element, right: element.getBoundingClientRect().right + window.scrollX }))
  .filter(({ right }) => right > page.clientWidth + 1)
  .sort((one, other) => other.right - one.right)
  .slice(0, 5)
  .map(({ element, right }) => {
    const id = element.id ? `#${element.id}` : "";
    const classes = element.getAttribute("class") ? `.${element.getAttribute("class").trim().replace(/\s+/g, ".")}` : "";
    const words = (element.textContent || "").replace(/\s+/g, " ").trim().slice(0, 40);
    return `${element.tagName.toLowerCase()}${id}${classes} ends at ${Math.round(right)} ("${words}")`;
  });
if (page.scrollWidth > page.clientWidth && wide.length === 0) {
  // WebKit keeps the width of what was there before, now and then, until the page is laid out anew.
  const { display } = page.style;
  page.style.display = "none";
  void page.offsetWidth;
  page.style.display = display;
}
return { width: page.scrollWidth, room: page.clientWidth, wide };
