#!/usr/bin/env python3
"""Report files, read by programs that nobody here wrote, and compared field by field with the documents they are made of.

python3 tests/proof/proof.py FOLDER OUT [PRINTED]

FOLDER is what `cargo run -p standards-met-reports --example proof` wrote; OUT is for what LibreOffice makes of it and for
pictures, and is made anew; PRINTED holds reports of the worked example as a browser printed them, `print-<report>.pdf`.
"""

import pathlib
import shutil
import sys
import time

import days
import paper
import sheets
import word
from documents import Document
from findings import Findings

# How many files of each form a document has: six reports and one narrowed for Word, two reports as spreadsheets.
FILES = {"word": 8, "excel": 2, "csv": 2, "calendar": 1}
# Of homes with so many actions there is the summary alone, which has to be one page.
BUSY = ("busy-0", "busy-7", "busy-20")
# Of homes of a toolkit year that has levels there is the plan for Approaching Standards alone.
PLANS = ("plan-awkward", "plan-reached")
PICTURES = [("action-plan", "word"), ("assessment", "word"), ("empty-form", "word"), ("action-plan", "excel")]
# So many failures say enough.
SHOWN = 60


def attempt(findings, where, work, *given):
    """What a program cannot read at all is a failure like any other, and the rest is still compared."""
    try:
        return work(findings, *given)
    except Exception as error:  # pylint: disable=broad-except
        findings.fail(where, f"{type(error).__name__}: {error}")
        return None


def compare(findings, document):
    """Every file of one document."""
    books = {}
    for file in document.files:
        where = f"{document.name}/{file['file']}"
        if file["form"] == "word":
            attempt(findings, where, word.check, document, file)
        elif file["form"] == "calendar":
            attempt(findings, where, days.check, document, file)
        elif file["form"] == "excel":
            books[file["report"]] = attempt(findings, where, sheets.check_excel, document, file)
    for file in document.files:
        if file["form"] == "csv" and books.get(file["report"]):
            where = f"{document.name}/{file['file']}"
            attempt(findings, where, sheets.check_comma, document, file, books[file["report"]])
    return books


def in_office(findings, document, office, books):
    """The same files as LibreOffice shows them."""
    attempt(findings, document.name, paper.check_pages, document, office)
    for file in document.files:
        if file["form"] == "excel" and books.get(file["report"]):
            where, tables = f"{document.name}/{file['file']}", office.tables(document, file)
            attempt(findings, where, sheets.check_office, document, file, books[file["report"]], tables)


def main(folder, out, printed=None):
    began = time.monotonic()
    findings, out = Findings(), pathlib.Path(out)
    shutil.rmtree(out, ignore_errors=True)
    documents = [Document(folder, name) for name in ("example", "awkward", *BUSY, *PLANS)]
    for document in documents:
        forms = [file["form"] for file in document.files]
        wanted = {form: int(form == "word") for form in FILES} if document.name in BUSY + PLANS else FILES
        findings.same(f"{document.name}: files", wanted, {form: forms.count(form) for form in FILES})
    actions = sum(len(one["actions"]) for one in documents[1].assessment["responses"])
    findings.at_least("awkward", 200, actions, "actions")
    office = paper.Office(out, documents)
    books = [compare(findings, document) for document in documents]
    read = time.monotonic()
    office.wait(findings)
    shown = time.monotonic()
    for document, own in zip(documents, books):
        in_office(findings, document, office, own)
    for report, form in PICTURES:
        file = documents[0].of(report, form)[0]
        name = f"report-{report}{'-excel' if form == 'excel' else ''}.png"
        attempt(findings, name, paper.draw, office.pdf(documents[0], file), out / name)
    if printed:
        attempt(findings, printed, paper.check_printed, printed, documents[0])
    print(f"Read in {read - began:.1f} s, LibreOffice ready after {shown - began:.1f} s.")
    for failure in findings.failures[:SHOWN]:
        print(failure)
    if len(findings.failures) > SHOWN:
        print(f"… and {len(findings.failures) - SHOWN} more.")
    files = sum(len(document.files) for document in documents)
    print(
        f"{findings.compared:,} fields of {files} files compared in {time.monotonic() - began:.1f} s, "
        f"{len(findings.failures)} wrong."
    )
    return 1 if findings.failures or not findings.compared else 0


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
