// What a person would say that the page shows: its address, its heading, its words.
const tidy = (text) => text.replace(/[ \t]+/g, " ").trim();
const heading = Array.from(document.querySelectorAll("h1")).find((element) => element.getClientRects().length);
return {
  address: location.href,
  heading: heading ? tidy(heading.innerText) : "",
  text: document.body ? tidy(document.body.innerText) : "",
};
