// Lists and saves what Standards Met keeps in this browser, when Standards Met itself does not start. By itself: no
// WebAssembly, nothing imported, and in the words of browsers that are too old for the rest.
(function () {
  "use strict";

  var PREFIX = "standards-met";
  var found = { first: {}, second: {} };

  function element(id) {
    return document.getElementById(id);
  }

  function save(name, text) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = name;
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
  }

  // A kept document has a line above it that says whether it is whole; without the line, the file opens in Standards Met.
  function below(text) {
    var end = text.indexOf("\n");
    return end > 0 && text.charAt(end + 1) === "{" ? text.slice(end + 1) : text;
  }

  function homeOf(text) {
    try {
      return JSON.parse(below(text)).assessment.organisation.name;
    } catch (unreadable) {
      return "";
    }
  }

  function show(list, store, key, text) {
    var row = document.createElement("li");
    var name = document.createElement("span");
    var home = homeOf(text);
    name.textContent = (home ? home + " · " : "") + key + " · " + Math.ceil(text.length / 1000) + " thousand characters";
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = "Save this";
    button.setAttribute("aria-label", "Save this: " + key + " (" + store + " copy)");
    button.addEventListener("click", function () {
      save(key.replace(/[^A-Za-z0-9-]+/g, "-") + ".json", below(text));
    });
    row.appendChild(name);
    row.appendChild(button);
    list.appendChild(row);
  }

  function homesFirst(keys, texts) {
    function rank(key) {
      return (homeOf(texts[key]) ? "0" : "1") + key;
    }
    return keys.sort(function (one, other) {
      return rank(one) < rank(other) ? -1 : 1;
    });
  }

  function nothing(list, words) {
    var row = document.createElement("li");
    row.textContent = words;
    list.appendChild(row);
  }

  function first() {
    var list = element("first");
    try {
      for (var index = 0; index < localStorage.length; index += 1) {
        var key = localStorage.key(index);
        if (key.indexOf(PREFIX) === 0) found.first[key] = localStorage.getItem(key);
      }
    } catch (blocked) {
      nothing(list, "This browser does not let the page read it.");
      return;
    }
    var keys = Object.keys(found.first);
    homesFirst(keys, found.first).forEach(function (key) {
      show(list, "first", key, found.first[key]);
    });
    if (keys.length === 0) nothing(list, "Nothing is stored here.");
  }

  function second(done) {
    var list = element("second");
    function none(words) {
      nothing(list, words);
      done();
    }
    var opening;
    try {
      opening = indexedDB.open(PREFIX);
    } catch (blocked) {
      none("This browser does not let the page read it.");
      return;
    }
    opening.onupgradeneeded = function () {
      // It was not there. It is not made either.
      opening.transaction.abort();
    };
    opening.onerror = function (event) {
      event.preventDefault();
      none("Nothing is stored here.");
    };
    opening.onsuccess = function () {
      var database = opening.result;
      try {
        var store = database.transaction("texts", "readonly").objectStore("texts");
        var keys = store.getAllKeys();
        var texts = store.getAll();
        texts.onsuccess = function () {
          keys.result.forEach(function (key, place) {
            var text = texts.result[place];
            if (typeof text !== "string") return;
            found.second[key] = text;
          });
          homesFirst(Object.keys(found.second), found.second).forEach(function (key) {
            show(list, "second", key, found.second[key]);
          });
          database.close();
          if (Object.keys(found.second).length === 0) nothing(list, "Nothing is stored here.");
          done();
        };
      } catch (missing) {
        database.close();
        none("Nothing is stored here.");
      }
    };
  }

  first();
  second(function () {
    var count = Object.keys(found.first).length + Object.keys(found.second).length;
    element("said").textContent = count === 0
      ? "Nothing of Standards Met is stored in this browser. If you used another browser, or opened it from the home screen, look there."
      : count + " entries found.";
    var all = element("all");
    all.disabled = count === 0;
    all.addEventListener("click", function () {
      save("standards-met-recovery.json", JSON.stringify({ format: "standards-met/recovery", version: 1, found: found }, null, 2));
    });
  });
})();
