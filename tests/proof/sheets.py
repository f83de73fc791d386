"""The files for spreadsheets, read with openpyxl, with Python's own csv, and out of LibreOffice."""

import csv
import datetime
import io

import openpyxl

from documents import JUDGEMENTS, TOLD, VERDICTS, in_words, reviews_of, texts_of
from findings import held

_MARK = b"\xef\xbb\xbf"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
# The sheet with the whole of texts that no cell may hold.
_LONG_TEXTS = "Long texts"


def _whole_texts(sheets):
    """The sheets with texts put together again that are too long for a cell."""
    whole = {name: [list(row) for row in rows] for name, rows in sheets.items() if name != _LONG_TEXTS}
    texts = {}
    for name, row, title, number, text in sheets.get(_LONG_TEXTS, [])[1:]:
        texts.setdefault((name, row, title), {})[number] = text
    for (name, row, title), pieces in texts.items():
        whole[name][row - 1][whole[name][0].index(title)] = "".join(pieces[number] for number in sorted(pieces))
    return whole


def check_excel(findings, document, file):
    """One workbook. Gives its sheets, each as a list of rows, by their names."""
    where = f"{document.name}/{file['file']}"
    book = openpyxl.load_workbook(document.path(file))
    findings.at_least(where, 1, len(book.sheetnames), "sheets")
    sheets = {}
    for page in book.worksheets:
        at = f"{where}, {page.title}"
        rows = [[cell.value for cell in row] for row in page.iter_rows()]
        findings.true(at, not any(cell.data_type == "f" for row in page.iter_rows() for cell in row), "it has a formula")
        findings.true(at, rows and all(isinstance(one, str) and one for one in rows[0]), "a column has no title")
        findings.same(f"{at}: what stays in view", "A2", page.freeze_panes)
        findings.same(f"{at}: filter", page.dimensions, page.auto_filter.ref)
        findings.same(f"{at}: columns, each once", len(rows[0]), len(set(rows[0])))
        sheets[page.title] = rows
    if file["report"] == "action-plan":
        actions = _actions(findings, where, document, next(iter(sheets.values())), datetime_of)
        findings.same(f"{where}: actions, as the person is told", actions, file["actions"])
    else:
        _whole(findings, where, document, file, sheets, datetime_of)
    return sheets


def check_comma(findings, document, file, sheets):
    """One file of comma-separated values, which is the first sheet of the workbook."""
    where = f"{document.name}/{file['file']}"
    raw = document.path(file).read_bytes()
    findings.true(where, raw.startswith(_MARK), "it does not begin with the mark by which Excel knows UTF-8")
    text = raw.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    first = next(iter(_whole_texts(sheets).values()))
    findings.same(f"{where}: rows", len(first), len(rows))
    for number, (wanted, found) in enumerate(zip(first, rows), 1):
        findings.same(f"{where}, row {number}: cells", len(wanted), len(found))
        for title, cell, spelled in zip(first[0], wanted, found):
            at = f"{where}, row {number}, {title}"
            findings.true(at, not spelled.startswith(_FORMULA), f"a spreadsheet would carry out {spelled[:20]!r}")
            findings.same(at, _plain(cell, datetime.date.isoformat), held(_without_apostrophe(spelled)))
    typed = [[_without_apostrophe(cell) for cell in row] for row in rows]
    if file["report"] == "action-plan":
        _actions(findings, where, document, typed, lambda day: day)
    else:
        _whole(findings, where, document, file, {"": typed}, lambda day: day)


def check_office(findings, document, file, sheets, tables):
    """The workbook as LibreOffice shows it."""
    where = f"{document.name}/{file['file']} in LibreOffice"
    findings.same(f"{where}: sheets", sorted(sheets), sorted(tables))
    for name, rows in sheets.items():
        if name not in tables:
            continue
        with open(tables[name], encoding="utf-8", newline="") as opened:
            shown = list(csv.reader(opened, strict=True))
        findings.same(f"{where}, {name}: rows", len(rows), len(shown))
        for number, (wanted, found) in enumerate(zip(rows, shown), 1):
            for title, cell, text in zip(rows[0], wanted, found):
                expected = _plain(cell, lambda day: in_words(day.isoformat()))
                findings.same(f"{where}, {name}, row {number}, {title}", expected, held(text))


def _without_apostrophe(cell):
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _plain(cell, day):
    if cell is None:
        return ""
    return day(cell.date()) if isinstance(cell, datetime.datetime) else held(str(cell))


def datetime_of(day):
    return datetime.datetime.fromisoformat(day)


def _same(one, other):
    """Whether a cell is exactly this field, but for what no file can hold."""
    return held(one) == held(other) if isinstance(one, str) and isinstance(other, str) else one == other


def _has(findings, where, row, fields):
    """Each field that says something is a cell of its own."""
    compared = 0
    for name, field in fields:
        if field is None or field == "":
            continue
        compared += 1
        findings.true(f"{where}: {name}", any(_same(cell, field) for cell in row), f"{str(field)[:60]!r} is no cell")
    return compared


def _actions(findings, where, document, rows, day):
    """The action plan: a row for each action, and one for what is "not yet" and has none."""
    compared = count = unplanned = 0
    for item, response in _asked(document):
        actions = document.actions(response)
        if response.get("judgement") == "NotYet" and not actions and item["question"]:
            unplanned += 1
            findings.same(f"{where}, {item['id']}: rows", 1, sum(1 for row in rows[1:] if item["id"] in row))
        for action in actions:
            count += 1
            compared += _action(findings, f"{where}, {item['id']}", item, action, rows, day)
    findings.same(f"{where}: rows", count + unplanned, len(rows) - 1)
    findings.at_least(where, 2 * count, compared, "fields of actions")
    return count


def _asked(document):
    """Every item with what was given for it, also those that the edition does not hold."""
    yield from ((item, document.response(item)) for item in document.items())
    yield from (({"id": one["item"], "question": ""}, one) for one in document.unknown())


def _action(findings, where, item, action, rows, day):
    done = day(action["done_on"]) if action.get("done_on") else None
    fields = [
        ("question", item["question"]),
        ("owner", action["owner"]),
        ("due", day(action["due"]) if action["due"] else None),
        ("priority", action["priority"]),
        ("whether it is done", "Yes" if action["done"] else "No"),
        ("done on", done),
    ]
    return _row(findings, f"{where}, action {action['id']}", rows, [item["id"], action["what"]], fields)


def _row(findings, where, rows, known_by, fields):
    """The one row that is known by these cells has these fields."""
    own = [row for row in rows[1:] if all(any(_same(cell, one) for cell in row) for one in known_by)]
    if not findings.true(where, len(own) == 1, f"it has {len(own)} rows"):
        return 0
    return _has(findings, where, own[0], fields)


def _whole(findings, where, document, file, sheets, day):
    """The whole assessment: a row for each item, and what it has several of in tables of their own."""
    sheets = _whole_texts(sheets)
    items, *others = sheets.values()
    # What is said of a part or of the whole is in a row of its own.
    wider = {_wider(document, item, one) for item, response in _asked(document) for one in document.reviews(response)}
    findings.same(f"{where}: rows", len(list(_asked(document))) + len(wider - {None}), len(items) - 1)
    compared = 0
    for item, response in _asked(document):
        at = f"{where}, {item['id']}"
        names = ("answer", "comments", "not_applicable_reason", "explanation")
        fields = [("question", item["question"]), *((name, response.get(name)) for name in names)]
        fields.append(("judgement", JUDGEMENTS.get(response.get("judgement"))))
        compared += _row(findings, at, items, [item["id"]], fields)
        # In the same row in a cell, for who has no other table.
        [own] = [row for row in items[1:] if item["id"] in row]
        cells = [held(cell) for cell in own if isinstance(cell, str)]
        elsewhere = [held(cell) for row in items[1:] for cell in row if isinstance(cell, str)]
        said = reviews_of(document, response, file["ahead"], lambda one: _wider(document, item, one) is None)
        wide = reviews_of(document, response, file["ahead"], lambda one: _wider(document, item, one) is not None)
        for place, texts in ((cells, [*texts_of(document, response), *said]), (elsewhere, wide)):
            for name, text in texts:
                if held(text) and not name.endswith(("approved", "due", "day")):
                    compared += 1
                    findings.true(f"{at}: {name}", any(held(text) in cell for cell in place), "it is in no cell")
    if others:
        compared += _tables(findings, where, document, file, sheets, day)
    findings.at_least(where, 3 * len(document.responses), compared, "fields")


def _wider(document, item, review):
    """The part that a review is about, or "Overall"; None where it is about the item that it is stored with. Which part is
    not known of an item that the edition does not hold: there the review stays with it."""
    about = review.get("about")
    if about not in ("Part", "Overall") or not item["question"]:
        return None
    if about == "Overall":
        return about
    return next(part["number"] for part in document.parts if item in part["items"])


def _tables(findings, where, document, file, sheets, day):
    """A row for each document, action and review, and for each fact about the organisation."""
    compared, counts = 0, {"Documents": 0, "Actions": 0, "Reviews": 0}
    for item, response in _asked(document):
        at = f"{where}, {item['id']}"
        for one in document.evidence(response):
            counts["Documents"] += 1
            approved = day(one["approved_on"]) if one["approved_on"] else None
            fields = [("location", one["location"]), ("approved", approved)]
            compared += _row(findings, f"{at}, {one['id']}", sheets["Documents"], [item["id"], one["title"]], fields)
        for one in document.actions(response):
            counts["Actions"] += 1
            compared += _action(findings, at, item, one, sheets["Actions"], day)
        for one in document.reviews(response):
            counts["Reviews"] += 1
            names = ("reviewer", "organisation", "comments", "reply")
            fields = [(name, one.get(name)) for name in names]
            fields.append(("verdict", VERDICTS.get(one["verdict"])))
            fields.append(("day", day(document.day_of(one["reviewed_at"], file["ahead"]))))
            fields.append(("whether it is resolved", "Yes" if one.get("resolved") else "No"))
            number = [item["id"]] if _wider(document, item, one) is None else []
            known_by = [*number, one["comments"] or one["reviewer"]]
            compared += _row(findings, f"{at}, {one['id']}", sheets["Reviews"], known_by, fields)
    found = {name: len(sheets[name]) - 1 for name in counts}
    findings.same(f"{where}: rows", counts, found)
    about = sheets["About"]
    asked = {one["id"]: one["question"] for one in document.edition["interview"]}
    for given in document.assessment.get("interview", []):
        question = asked.get(given["question"], given["question"])
        compared += _row(findings, f"{where}, {question}", about, [question], [("answer", TOLD.get(given["answer"]))])
    facts = [document.organisation["ods_code"], document.whole["check_code"], document.edition["title"]]
    values = [row[1] for row in about]
    for fact in filter(None, facts):
        findings.true(f"{where}, About", fact in values, f"{fact!r} is no cell")
    return compared
