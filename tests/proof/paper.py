"""The files as LibreOffice shows them, and pages as Poppler reads and draws them."""

import os
import pathlib
import re
import shutil
import struct
import subprocess
import zlib

from findings import bare

# Every sheet, in UTF-8, with cells as they are shown.
_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1'
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
# A picture that is part of the README.
_MOST = 60_000
# What has every item in it.
_EVERY_ITEM = ("action-plan", "assessment", "empty-form")


class Office:
    """LibreOffice, at work on many files at once: a process each for pages and for tables."""

    def __init__(self, out, documents):
        self.out = pathlib.Path(out)
        self.staged = {}
        staging = self.out / "staged"
        staging.mkdir(parents=True)
        for document in documents:
            for file in document.files:
                if file["form"] in ("word", "excel"):
                    name = f"{document.name}-{file['report']}{'-narrowed' if '/' in file['file'] else ''}"
                    ending = pathlib.Path(file["file"]).suffix
                    copied = staging / f"{name}-{file['form']}{ending}"
                    shutil.copy(document.path(file), copied)
                    self.staged[(document.name, file["file"])] = copied
        # The longest first, and the rest beside it: there are two processors.
        pages = sorted(self.staged.values(), key=lambda path: -path.stat().st_size)
        tables = [path for path in pages if path.suffix == ".xlsx"]
        work = [("pages-1", "pdf", pages[:1]), ("pages-2", "pdf", pages[1:]), ("tables", _CSV, tables)]
        self.at_work = [(one, self._convert(*one)) for one in work]

    def _convert(self, name, into, files):
        folder = self.out / ("tables" if name == "tables" else "pages")
        profile = (self.out / f"profile-{name}").resolve().as_uri()
        log = open(self.out / f"soffice-{name}.log", "w", encoding="utf-8")
        command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore"]
        command += ["--convert-to", into, "--outdir", str(folder), *map(str, files)]
        # Months have English names wherever this runs.
        english = {**os.environ, "LC_ALL": "C.UTF-8"}
        return subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=english)

    def wait(self, findings):
        """Until every file is converted."""
        for work, process in self.at_work:
            code = _ended(process)
            if code != 0:
                # LibreOffice 7.4 ends with an error now and then when three of them begin at one moment.
                code = _ended(self._convert(*work))
            findings.same(f"soffice, {work[0]}", 0, code)

    def pdf(self, document, file):
        return self.out / "pages" / f"{self.staged[(document.name, file['file'])].stem}.pdf"

    def tables(self, document, file):
        """The sheets as comma-separated values, each under its name."""
        stem = self.staged[(document.name, file["file"])].stem
        found = sorted((self.out / "tables").glob(f"{stem}-*.csv"))
        return {path.stem[len(stem) + 1:]: path for path in found}


def _ended(process):
    """The code with which a program ends."""
    try:
        return process.wait(timeout=300)
    except subprocess.TimeoutExpired:
        process.kill()
        return "nothing in five minutes"


def text_of(pdf, how="-raw"):
    """The words of a PDF."""
    run = subprocess.run(["pdftotext", how, "-enc", "UTF-8", str(pdf), "-"], capture_output=True, check=False)
    return run.stdout.decode("utf-8", "replace")


def pages_of(pdf):
    """How many pages a PDF has."""
    run = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, check=False)
    found = re.search(rb"^Pages:\s+(\d+)", run.stdout, re.MULTILINE)
    return int(found.group(1)) if found else 0


def check_pages(findings, document, office):
    """Every file for Word and for Excel as pages."""
    for file in document.files:
        if file["form"] not in ("word", "excel"):
            continue
        where, pdf = f"{document.name}/{file['file']} as PDF", office.pdf(document, file)
        if not findings.true(where, pdf.is_file() and pages_of(pdf) > 0, "LibreOffice made no pages of it"):
            continue
        text = text_of(pdf)
        findings.holds(where, text, [document.called] if file["form"] == "word" else [], bare)
        if file["report"] == "summary":
            findings.same(f"{where}: pages", 1, pages_of(pdf))
            findings.holds(where, text, ["Signed off by (name and role):", "Date:"])
        findings.true(where, "###" not in text, "a column is too narrow for what is in it")
        # A row of a spreadsheet cannot be higher than a page, whatever is in it.
        may = file["form"] == "excel" and file["report"] == "assessment" and document.longest() > 3_000
        overlaid = [] if may else _overlaid(pdf)
        findings.true(where, not overlaid, f"words stand over each other, such as {overlaid[:2]}")
        if file["report"] not in _EVERY_ITEM:
            continue
        items = document.in_file(file)
        looked_for = 0
        for item in items:
            # The first words alone: a page may end in the middle of a question.
            first = " ".join(item["question"].split()[:4])
            looked_for += findings.holds(where, text, [item["id"], first], bare)
        findings.at_least(where, 2 * len(items), looked_for, "ids and questions")


def _overlaid(pdf):
    """Pairs of words of the first pages that stand over each other."""
    run = subprocess.run(["pdftotext", "-bbox", "-l", "3", str(pdf), "-"], capture_output=True, check=False)
    pages = run.stdout.decode("utf-8", "replace").split("<page ")[1:]
    found = []
    for page in pages:
        words = [(*map(float, one.groups()[:4]), one[5]) for one in _WORD.finditer(page)]
        # Of a script from the right, Poppler says less exactly where each word is.
        words = sorted((one for one in words if one[4].isascii()), key=lambda one: one[1])
        for place, (left, top, right, bottom, text) in enumerate(words):
            for other_left, other_top, other_right, other_bottom, other in words[place + 1:]:
                if other_top > bottom:
                    break
                across = min(right, other_right) - max(left, other_left)
                down = min(bottom, other_bottom) - max(top, other_top)
                if across > 1 and down > 0.4 * min(bottom - top, other_bottom - other_top):
                    found.append((text, other))
    return found


def check_printed(findings, folder, document):
    """What a browser printed of the worked example: `print-<report>.pdf`."""
    printed = sorted(pathlib.Path(folder).glob("print-*.pdf"))
    findings.at_least(str(folder), 1, len(printed), "printed reports")
    for pdf in printed:
        report, text = pdf.stem.removeprefix("print-"), text_of(pdf)
        findings.true(pdf.name, pages_of(pdf) > 0, "it has no pages")
        findings.holds(pdf.name, text, [document.called, "Page"], bare)
        code = re.search(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b", text)
        findings.true(pdf.name, code, "no check code is on it")
        if report in _EVERY_ITEM:
            ids = [item["id"] for item in document.items()]
            findings.at_least(pdf.name, 43, findings.holds(pdf.name, text, ids, bare), "item ids")


def draw(findings, pdf, picture):
    """A picture of the first page, with as few colours as it needs."""
    command = ["pdftoppm", "-r", "60", "-f", "1", "-l", "1", "-singlefile", str(pdf), str(picture.with_suffix(""))]
    subprocess.run(command, check=False)
    drawn = picture.with_suffix(".ppm")
    if not findings.true(picture.name, drawn.is_file(), "no picture was drawn"):
        return
    head = re.match(rb"P6\s(\d+)\s(\d+)\s255\s", data := drawn.read_bytes())
    width, height = int(head.group(1)), int(head.group(2))
    picture.write_bytes(_png(width, height, data[head.end():]))
    os.remove(drawn)
    findings.true(picture.name, 2_000 < picture.stat().st_size <= _MOST, f"{picture.stat().st_size} bytes")


def _png(width, height, pixels):
    """A PNG with a palette: 16 steps of each colour, the 256 of them that occur most."""
    rough = bytes(min(255, (value + 8) // 17 * 17) for value in range(256))
    pixels = pixels.translate(rough)
    each = [pixels[at:at + 3] for at in range(0, len(pixels), 3)]
    counts = {}
    for colour in each:
        counts[colour] = counts.get(colour, 0) + 1
    palette = sorted(counts, key=lambda colour: (-counts[colour], colour))[:256]
    places = {colour: place for place, colour in enumerate(palette)}
    for colour in counts.keys() - places.keys():
        nearest = min(palette, key=lambda one: sum((a - b) ** 2 for a, b in zip(one, colour)))
        places[colour] = places[nearest]
    row = [places[colour] for colour in each]
    lines = b"".join(b"\0" + bytes(row[at:at + width]) for at in range(0, len(row), width))
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = [(b"IHDR", header), (b"PLTE", b"".join(palette)), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b"")]
    png = b"\x89PNG\r\n\x1a\n"
    for name, body in parts:
        png += struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    return png
