// Lists and saves what Standards Met keeps in this browser, when Standards Met itself does not start. By itself: no
// WebAssembly, nothing imported, and in the words of browsers that are too old for the rest.
(function () {
  "use strict";

  var PREFIX = "standards-met";
  var found = { first: {}, second: {} };
  var rows = [];
  var whole = {};

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

  // A kept document has a line above it that says whether it is whole, and what is set aside has one that says what it is.
  // Without the line, the file opens in Standards Met. What could not be read has another line below it, which stays.
  function below(key, text) {
    return /\/(kept|set-aside)\//.test(key) ? text.slice(text.indexOf("\n") + 1) : text;
  }

  function read(text) {
    try {
      return JSON.parse(text);
    } catch (unreadable) {
      return null;
    }
  }

  // The edition that a text names in the place of its questions: every text that is kept does.
  function named(key, text) {
    if (!/\/(kept|set-aside|assessment)\//.test(key)) return "";
    var document = read(below(key, text));
    return document && document.assessment && typeof document.edition === "string" ? document.edition : "";
  }

  // The questions as they are stored, in either copy, if they are whole.
  function questions(name) {
    var key = PREFIX + "/edition/" + name;
    var texts = [found.first[key], found.second[key]];
    for (var index = 0; index < texts.length && !whole[key]; index += 1) {
      var edition = texts[index] ? read(texts[index]) : null;
      if (edition && edition.format === "standards-met/edition") whole[key] = texts[index];
    }
    return whole[key] || "";
  }

  // What is saved: an assessment with its questions, so that the file opens by itself. Nothing else of the text changes, and
  // so it is not written anew: a number of a later version might come out as another.
  function file(key, text) {
    var inside = below(key, text);
    var name = named(key, text);
    var edition = name ? questions(name) : "";
    if (!edition) return inside;
    var place = JSON.stringify("edition") + ":" + JSON.stringify(name);
    for (var at = inside.indexOf(place); at >= 0; at = inside.indexOf(place, at + 1)) {
      var all = inside.slice(0, at) + JSON.stringify("edition") + ":" + edition + inside.slice(at + place.length);
      // Not one that is named deeper inside.
      var again = read(all);
      if (again && typeof again.edition === "object") return all;
    }
    return inside;
  }

  // When it was saved or set aside, by the line above it.
  function savedAt(key, text) {
    var line = /\/(kept|set-aside)\//.test(key) ? read(text.slice(0, Math.max(text.indexOf("\n"), 0))) : null;
    var at = line && line.at ? new Date(line.at) : null;
    return at && !isNaN(at) ? " · saved " + at.toLocaleString("en-GB") : "";
  }

  // What has to be known of a text that does not open by itself.
  function lacks(key, text) {
    var name = named(key, text);
    if (!name || questions(name)) return "";
    return " · Its questions (" + name + ") are not here, or are damaged: the file of them is needed with it, unless they are the ones that Standards Met comes with.";
  }

  function homeOf(key, text) {
    var document = read(below(key, text));
    var home = document && document.assessment && document.assessment.organisation;
    return (home && home.name) || "";
  }

  // What a person would call it.
  function kind(key) {
    var kinds = {
      kept: "an assessment",
      assessment: "an assessment, from an older version of the page",
      "set-aside": "a snapshot, or something set aside",
      history: "previous answers",
      edition: "the questions of the toolkit",
      editions: "which editions were put on this device",
      "editions-damaged": "a damaged list of the editions that were put on this device",
      copy: "when the last copy was made",
      homes: "the table of many homes",
      "homes-other": "another copy of the table of many homes",
      "homes-damaged": "a damaged table of many homes",
      reports: "how reports are made here",
      reviewer: "the name of who reviews here",
      gone: "what was deleted lately"
    };
    return kinds[key.split("/")[1]] || "something else";
  }

  function show(list, store, key, text) {
    var row = document.createElement("li");
    var name = document.createElement("span");
    var home = homeOf(key, text);
    name.textContent = (home ? home + " · " : "") + kind(key) + savedAt(key, text) + " · " + text.length.toLocaleString("en-GB") + " characters · " + key;
    rows.push([name, key, text]);
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = "Save this";
    button.setAttribute("aria-label", "Save this: " + key + " (" + store + " copy)");
    button.addEventListener("click", function () {
      save(key.replace(/[^A-Za-z0-9-]+/g, "-") + ".json", file(key, text));
    });
    row.appendChild(name);
    row.appendChild(button);
    list.appendChild(row);
  }

  function homesFirst(keys, texts) {
    var ranked = keys.map(function (key) {
      return [(homeOf(key, texts[key]) ? "0" : "1") + key, key];
    });
    ranked.sort();
    return ranked.map(function (pair) {
      return pair[1];
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
    var answered = false;
    function none(words) {
      if (answered) return;
      answered = true;
      nothing(list, words);
      done();
    }
    // A damaged store may never answer.
    setTimeout(function () {
      none("It does not answer. Reload this page to try again.");
    }, 5000);
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
        var transaction = database.transaction("texts", "readonly");
        var store = transaction.objectStore("texts");
        transaction.onabort = transaction.onerror = function () {
          none("This browser cannot read it: it is damaged.");
        };
        var keys = store.getAllKeys();
        var texts = store.getAll();
        texts.onsuccess = function () {
          if (answered) return;
          answered = true;
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
    // Only now is it known what is in either copy.
    rows.forEach(function (row) {
      row[0].textContent += lacks(row[1], row[2]);
    });
    var all = element("all");
    all.disabled = count === 0;
    all.addEventListener("click", function () {
      save("standards-met-recovery.json", JSON.stringify({ format: "standards-met/recovery", version: 1, found: found }, null, 2));
    });
  });
})();
