// The recovery page of the one-file edition: at the address #recover it is shown in place of everything else. Apart from the
// program, and in the words of browsers that are too old for the rest.
(function () {
  "use strict";

  function wanted() {
    return location.hash === "#recover";
  }

  var shown = wanted();
  window.addEventListener("hashchange", function () {
    if (shown !== wanted()) location.reload();
  });
  if (!shown) return;

  var page = document.getElementById("recover-page");
  document.title = page.getAttribute("data-title");
  var styles = document.querySelectorAll("style");
  for (var index = 0; index < styles.length; index += 1) styles[index].parentNode.removeChild(styles[index]);
  while (document.body.firstChild) document.body.removeChild(document.body.firstChild);
  document.body.appendChild(document.importNode(page.content, true));

  // What public/recover.js does comes here.
})();
