"""The files for Word, read with python-docx."""

import re

import docx
from docx.oxml.ns import qn

import levels
import summary
from documents import JUDGEMENTS, TOLD, VERDICTS, in_words, reviews_of, texts_of
from findings import held, squeezed

# What each report is, after whose it is, in its heading and in the properties of its file.
TITLES = {
    "summary": "Summary",
    # The form has the title of the printed document.
    "action-plan": "Action plan towards Standards Met",
    "approaching-standards-plan": "Action plan for Approaching Standards",
    "empty-form": "Data Security and Protection Toolkit (DSPT) Action Plan – Standards Met",
    "assessment": "Whole assessment",
    "it-supplier": "Questions for the IT supplier",
    "review": "Review",
    "calendar": "Calendar",
}


def text_of(element):
    """The words of a part of a document, links included, which python-docx of Debian leaves out."""
    words = []
    for one in element.iter():
        if one.tag == qn("w:t"):
            words.append(one.text or "")
        elif one.tag in (qn("w:br"), qn("w:cr")):
            words.append("\n")
        elif one.tag == qn("w:tab") and one.getparent().tag == qn("w:r"):
            words.append("\t")
        elif one.tag in (qn("w:p"), qn("w:tc")):
            words.append("\n")
    return "".join(words)


def check(findings, document, file):
    """One file for Word."""
    where = f"{document.name}/{file['file']}"
    report = file["report"]
    read = docx.Document(str(document.path(file)))
    made_up = " (worked example of a made-up home)" if document.assessment.get("example") else ""
    title = f"{document.called}{made_up}: {TITLES[report]}"
    findings.same(f"{where}: title in the properties", title, read.core_properties.title)
    findings.same(f"{where}: language in the properties", "en-GB", read.core_properties.language)
    styled = [(paragraph.style.name, squeezed(text_of(paragraph._p))) for paragraph in read.paragraphs]
    titles = [text for style, text in styled if style == "Title"]
    findings.same(f"{where}: title", [title], titles)
    headings = [text for style, text in styled if style == "Heading 1"]
    if report in ("action-plan", "empty-form", "assessment"):
        _parts(findings, where, document, file, headings)
    text = squeezed(text_of(read.element.body))
    own = [document.called]
    if report != "empty-form":
        own += [document.organisation["ods_code"], document.whole["check_code"]]
    findings.at_least(where, 1, findings.holds(where, text, own), "facts about the organisation")
    if report in ("action-plan", "empty-form", "assessment"):
        others = document.unknown(file["options"]) if report != "empty-form" else []
        responses = [document.response(item) for item in document.items(file["options"])] + others
        actions = sum(len(document.actions(response)) for response in responses)
        told = (len(responses), 0 if report == "empty-form" else actions)
        findings.same(f"{where}: items and actions, as the person is told", told, (file["items"], file["actions"]))
    _every_table(findings, where, read)
    if report in ("action-plan", "empty-form"):
        _plan(findings, where, document, file, read)
    elif report == "approaching-standards-plan":
        levels.check(findings, where, document, file, _tables(read), text)
    elif report == "assessment":
        _whole(findings, where, document, file, text)
    elif report == "review":
        _reviews(findings, where, document, file, text)
    elif report == "it-supplier":
        asked = [item for item in document.items() if item["ask_it_supplier"]]
        findings.at_least(where, 1, len(asked), "questions for the IT supplier")
        for item in asked:
            findings.holds(f"{where}, {item['id']}", text, [item["id"], item["question"]])
    elif report == "summary":
        summary.check(findings, where, document, file, _tables(read), text)
    elif report == "calendar":
        _days(findings, where, document, text)


def _tables(read):
    """Every table as rows of texts. All cells of a row at once: python-docx counts through the whole table for each row."""
    return [[[squeezed(text_of(cell)) for cell in row.tc_lst] for row in one._tbl.tr_lst] for one in read.tables]


def _parts(findings, where, document, file, headings):
    """Every part is a heading, in order, and nothing that is left out is one."""
    items = {item["id"] for item in document.items(file["options"])}
    for part in document.parts:
        there = any(item["id"] in items for item in part["items"])
        if there or file["options"].get("part") not in (None, part["number"]):
            found = sum(1 for heading in headings if part["title"] in heading)
            findings.same(f"{where}: headings of part {part['number']}", int(there), found)


def _every_table(findings, where, read):
    """Every table says again on each page what its columns are, and no row is cut."""
    for number, table in enumerate(read.tables, 1):
        first = table.rows[0]._tr
        heads = first.findall(f"{qn('w:trPr')}/{qn('w:tblHeader')}")
        findings.true(f"{where}: table {number}", len(heads) == 1, "its head does not come again on every page")


def _plan(findings, where, document, file, read):
    """The action plan and its empty form: a table for each part, a row for each item."""
    options, empty = file["options"], file["report"] == "empty-form"
    columns = ["Evidence item", "Question", *(["Tooltip"] if options["tooltips"] else []), "Action"]
    tables = []
    for table in read.tables:
        # All cells at once: python-docx counts through the whole table for each row.
        cells = [[squeezed(text_of(cell)) for cell in row.tc_lst] for row in table._tbl.tr_lst]
        if cells[0][:1] == columns[:1]:
            tables.append((cells[0], cells[1:]))
    wanted = [
        (part, items)
        for part in document.parts
        if (items := [item for item in document.items(options) if item in part["items"]])
    ]
    if not empty and (others := document.unknown(options)):
        # What is known of an item that the edition does not hold is its number.
        nameless = {"question": "", "tooltip": "", "links": []}
        wanted.append(({"number": "none"}, [{"id": one["item"], **nameless} for one in others]))
    findings.same(f"{where}: tables of items", len(wanted), len(tables))
    findings.at_least(where, 1, len(tables), "tables of items")
    compared = 0
    for (part, items), (head, rows) in zip(wanted, tables):
        findings.same(f"{where}, part {part['number']}: columns", columns, head)
        ids = [row[0].split()[0] if row[0] else "" for row in rows]
        findings.same(f"{where}, part {part['number']}: items", [item["id"] for item in items], ids)
        for item, row in zip(items, rows):
            at = f"{where}, {item['id']}"
            findings.same(f"{at}: question", squeezed(item["question"]), row[1])
            if options["tooltips"]:
                findings.same(f"{at}: tooltip", _official(item), row[2])
            if empty:
                findings.same(f"{at}: action", item["printed_action"] or "", row[-1])
            else:
                compared += _answered(findings, at, document, item, row[-1])
                settled = row[-1].startswith(("Status: Met", "Status: Not applicable"))
                findings.same(f"{at}: whether it is settled", document.is_settled(item), settled)
    if not empty:
        findings.at_least(where, len(tables), compared, "answers, documents and actions")


def _official(item):
    """The tooltip as Word shows it: the points of its lists with a dot in the place of the hyphen, the mended one in the place of
    an address that lost a hyphen when it was printed, and where the page is today behind one of a site that has moved."""
    tooltip = re.sub(r"^- ", "", item["tooltip"], flags=re.MULTILINE)
    for link in item["links"]:
        today = link.get("moved_to")
        moved = today or link["href"].startswith("https://www.digitalsocialcare.co.uk/")
        if today:
            tooltip = tooltip.replace(link["printed"], f"{link['printed']} ({today})")
        if link["printed"] and link["href"] not in link["printed"] and not moved:
            tooltip = tooltip.replace(link["printed"], link["href"])
    return squeezed(tooltip)


def _answered(findings, at, document, item, cell):
    compared = 0
    for name, text in texts_of(document, document.response(item)):
        compared += findings.holds(f"{at}: {name}", cell, [text])
    for name, text in _together(document, document.response(item), labels=True):
        compared += findings.holds(f"{at}: {name}", cell, [text])
    return compared


def _together(document, response, labels):
    """What belongs together, as it stands in a row, or in a cell below each other with what it is before it."""
    def row(fields):
        return " ".join((f"{label}: " if labels else "") + text for label, text in fields if held(text).strip())

    for number, one in enumerate(document.evidence(response), 1):
        approved = in_words(one["approved_on"])
        fields = [("Document", one["title"]), ("Kept", one["location"]), ("Approved", approved)]
        yield f"document {number}", row(fields)
    for number, one in enumerate(document.actions(response), 1):
        done = (in_words(one.get("done_on")) or "Yes") if one["done"] else ""
        fields = [("Action", one["what"]), ("Owner", one["owner"]), ("Due", in_words(one["due"]))]
        yield f"action {number}", row([*fields, ("Priority", one["priority"] or ""), ("Done", done)])


def _said(document, response, ahead):
    """A review with what belongs to it, from who said it to what the home answered."""
    for number, one in enumerate(document.reviews(response), 1):
        by = ", ".join(filter(None, [one["reviewer"], one.get("organisation"), ""])) or "somebody without a name"
        day = in_words(document.day_of(one["reviewed_at"], ahead))
        verdict = f" Verdict: {VERDICTS[one['verdict']]}" if one["verdict"] else ""
        comments = f" Comments: {one['comments']}" if one["comments"].strip() else ""
        yield f"review {number}", f"Review: {by.rstrip(', ')}, {day}{verdict}{comments}"


def _sections(text, document):
    """The text of each item in the whole assessment: from its question to the next one's."""
    starts = []
    at = 0
    for item in document.items():
        question = squeezed(item["question"])
        found = text.find(question, at)
        if found < 0:
            return None
        starts.append(found)
        at = found + len(question)
    ends = starts[1:] + [len(text)]
    return [text[start:end] for start, end in zip(starts, ends)]


def _judged(response):
    judgement = JUDGEMENTS.get(response.get("judgement"))
    return f"Is this in place? {judgement}" if judgement else ""


def _whole(findings, where, document, file, text):
    """The whole assessment: everything, in the section of its item."""
    sections = _sections(text, document)
    if not findings.true(where, sections, "not every question is in it, in the order of the edition"):
        return
    compared = 0
    for item, section in zip(document.items(), sections):
        response = document.response(item)
        fields = [*texts_of(document, response), *_together(document, response, labels=False)]
        fields += [*reviews_of(document, response, file["ahead"]), *_said(document, response, file["ahead"])]
        fields.append(("judgement", _judged(response)))
        # What is said of a part or of the whole is kept with an item and stands elsewhere.
        for name, field in fields:
            wider = name.startswith("review")
            compared += findings.holds(f"{where}, {item['id']}: {name}", text if wider else section, [field])
    for response in document.unknown():
        wanted = [response["item"], *(field for _, field in texts_of(document, response))]
        compared += findings.holds(f"{where}, {response['item']}", text, wanted)
    asked = {one["id"]: one["question"] for one in document.edition["interview"]}
    for given in document.assessment.get("interview", []):
        question, told = asked.get(given["question"], given["question"]), TOLD.get(given["answer"], "")
        findings.true(f"{where}: {given['question']}", question in text, "the question is not in it")
        after = text.split(squeezed(question), 1)[-1].lstrip(" :")
        compared += 1
        findings.true(f"{where}: {given['question']}", after.startswith(told), f"{told!r} does not follow it")
    findings.at_least(where, len(document.responses) * 2, compared, "fields")


def _reviews(findings, where, document, file, text):
    compared = 0
    for response in document.assessment["responses"]:
        fields = [*reviews_of(document, response, file["ahead"]), *_said(document, response, file["ahead"])]
        for name, field in fields:
            compared += findings.holds(f"{where}, {response['item']}: {name}", text, [field])
    said = sum(len(document.reviews(response)) for response in document.assessment["responses"])
    findings.at_least(where, 3 * said, compared, "fields of reviews")


def _days(findings, where, document, text):
    """The list of days: every date that the calendar holds, and every open action without one."""
    compared = 0
    for item in document.items():
        response = document.response(item)
        for action in document.actions(response):
            if action["due"]:
                done = "Done: " if action["done"] else ""
                row = [f"{in_words(action['due'])} {done}{action['what']} {item['id']} {item['question']}"]
            else:
                row = [] if action["done"] else [action["what"]]
            compared += findings.holds(f"{where}, {item['id']}, action {action['id']}", text, row)
        for document_of_it in document.evidence(response):
            if document_of_it["approved_on"]:
                row = [f"Approved: {in_words(document_of_it['approved_on'])}"]
                compared += findings.holds(f"{where}, {item['id']}: a document", text, row)
    compared += findings.holds(where, text, ["30 June", "and every year"])
    findings.at_least(where, 10, compared, "days")
