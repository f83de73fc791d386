"""The plan for Approaching Standards: every question that is left for Standards Met, with what will be done about it."""

from documents import in_words
from findings import squeezed

_COLUMNS = ["Number", "Question", "What is missing", "Action", "Owner", "Expected date"]


def check(findings, where, document, file, tables, text):
    """A table for each part in which anything is left, a row for each action, and one where there is none to do."""
    left = document.left_for("met")
    parts = [items for part in document.parts if (items := [item for item in left if item in part["items"]])]
    findings.same(f"{where}: tables", len(parts), len(tables))
    findings.at_least(where, 10, len(left), "questions that are left")
    actions = sum(len(document.actions(document.response(item))) for item in left)
    findings.same(f"{where}: as the person is told", (len(left), actions), (file["items"], file["actions"]))
    for items, (head, *rows) in zip(parts, tables):
        findings.same(f"{where}: columns", _COLUMNS, head)
        wanted = [(item, place, row) for item in items for place, row in enumerate(_rows(document, item))]
        findings.same(f"{where}: rows", [item["id"] for item, _, _ in wanted], [row[0] for row in rows])
        for (item, place, plan), row in zip(wanted, rows):
            at = f"{where}, {item['id']}"
            findings.same(f"{at}: question", squeezed(item["question"]), row[1])
            findings.same(f"{at}: plan", [squeezed(one) for one in plan], row[3:])
            if place == 0:
                findings.true(f"{at}: what is missing", row[2], "nothing is said")
                findings.holds(f"{at}: what is missing", row[2], _said(document.response(item)))
    before = document.left_for("approaching")
    reached = "is not reached yet" not in text
    findings.same(f"{where}: whether Approaching Standards is reached", not before, reached)
    findings.holds(where, text, ["Level: Approaching Standards", "Signed off by (name and role):", "Date:"])


def _rows(document, item):
    """What will be done, by whom and when; what is done already comes last."""
    actions = document.actions(document.response(item))
    done = [one for one in actions if one["done"]]
    rows = [
        [one["what"].strip() or "No action yet", one["owner"].strip() or "No owner yet", in_words(one["due"]) or "No date yet"]
        for one in actions
        if not one["done"]
    ]
    if not rows:
        rows = [["No further action yet" if done else "No action yet", "", ""]]
    ended = [f"Done on {in_words(one['done_on'])}" if one.get("done_on") else "Done" for one in done]
    return rows + [[one["what"].strip() or "No action yet", one["owner"], day] for one, day in zip(done, ended)]


def _said(response):
    """What the home says itself of a question that it does not answer with yes."""
    if response.get("judgement") in (None, "NotYet"):
        return [response.get("answer", ""), response.get("comments", "")]
    return []
