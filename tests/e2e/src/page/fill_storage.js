// Fills local storage to the last character, in pieces that get smaller. Returns how many characters went in.
const KEY = "e2e-filler";
let filling = "";
for (let size = 1 << 22; size >= 1;) {
  try {
    localStorage.setItem(KEY, filling + "x".repeat(size));
    filling += "x".repeat(size);
  } catch (refused) {
    size = Math.floor(size / 2);
  }
}
return filling.length;
