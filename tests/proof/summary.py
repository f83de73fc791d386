"""The summary: one page, on which long texts are shortened and long lists end early."""

from documents import in_words
from findings import bare


def check(findings, where, document, file, tables, text):
    """One page: what does not apply and why, and what is still to do. A long text may be shortened, and a long list may end
    early, but what is left out is told."""
    rows = {"Reason": [], "Action": []}
    for cells in tables:
        for name, found in rows.items():
            if name in cells[0]:
                found.extend(cells[1:])
    # The worked example is set on a day of its own.
    today = document.assessment.get("example") or file["today"]
    reasons, actions = [], []
    for item in document.items():
        response = document.response(item)
        if response.get("judgement") == "NotApplicable":
            about = item["topic"][:1].upper() + item["topic"][1:]
            reasons.append([item["id"], about, response["not_applicable_reason"]])
        for action in document.actions(response):
            if not action["done"]:
                due = in_words(action["due"]) or "No date"
                if action["due"] and action["due"] < today:
                    due += ", overdue"
                actions.append([due, action["what"], action["owner"], item["id"]])
    actions += [["", one["what"], "", ""] for other in document.unknown() for one in document.actions(other)]
    for name, wanted in (("Reason", reasons), ("Action", actions)):
        shown = rows[name]
        for row in shown:
            known = any(all(_shortened(cell, one) for cell, one in zip(row, want)) for want in wanted)
            findings.true(f"{where}: {row}", known, "the document does not say this")
        findings.same(f"{where}: rows, each once", len(shown), len({tuple(row) for row in shown}))
        more = len(wanted) - len(shown)
        # Those of an item that the edition does not hold are not in the plan.
        others = sum(1 for want in wanted if want[-1] == "")
        told = more - others <= 0 or any(f"{count} more " in text for count in range(more - others, more + 1))
        findings.true(f"{where}: {name}", told, f"nothing says that there are {more} more")
    findings.at_least(where, min(20, len(actions)), len(rows["Action"]), "rows of actions")
    for line in ("Signed off by (name and role):", "Date:"):
        findings.holds(where, text, [line])


def _shortened(cell, wanted):
    """Whether a cell says what is wanted, or its beginning."""
    wanted, cell = bare(wanted), bare(cell)
    return cell == wanted or (cell.endswith("…") and wanted.startswith(cell[:-1]))
