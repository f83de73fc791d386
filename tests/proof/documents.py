"""The JSON documents, read without any of the program that the reports come from."""

import datetime
import json
import pathlib

_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def in_words(day):
    """`2021-05-01` as `1 May 2021`; nothing for no day."""
    if not day:
        return ""
    year, month, number = (int(one) for one in day.split("-"))
    return f"{number} {_MONTHS[month - 1]} {year}"


def _blank(text):
    return not (text or "").strip()


class Document:
    """One document, with the list of the reports that were made of it."""

    def __init__(self, folder, name):
        self.name = name
        self.whole = json.loads(pathlib.Path(folder, f"{name}.json").read_text(encoding="utf-8"))
        self.folder = pathlib.Path(folder, name)
        self.files = json.loads((self.folder / "files.json").read_text(encoding="utf-8"))["files"]
        self.edition = self.whole["edition"]
        self.assessment = self.whole["assessment"]
        self.organisation = self.assessment["organisation"]
        self.responses = {one["item"]: one for one in self.assessment["responses"]}
        self.parts = self.edition["parts"]

    def path(self, file):
        return self.folder / file["file"]

    def of(self, report, form):
        """The files of this report in this form."""
        return [file for file in self.files if (file["report"], file["form"]) == (report, form)]

    def items(self, options=None):
        """The items in the order of the edition, as far as these options let them."""
        options = options or {}
        return [
            item
            for part in self.parts
            if options.get("part") in (None, part["number"])
            for item in part["items"]
            if not options.get("only_open") or not self.is_settled(item)
        ]

    @property
    def called(self):
        """How reports call the organisation: nobody may take the made-up home of the example for a real one."""
        return self.organisation["name"].removesuffix("(worked example)").strip()

    def longest(self):
        """How many letters the longest answer has."""
        return max((len(one["answer"]) for one in self.assessment["responses"]), default=0)

    def in_file(self, file):
        """The items that are in a file: the action plan as a table has only those with something to do."""
        items = self.items(file["options"])
        if file["report"] != "action-plan" or file["form"] == "word":
            return items
        given = [(item, self.response(item)) for item in items]
        return [item for item, one in given if self.actions(one) or one.get("judgement") == "NotYet"]

    def unknown(self, options=None):
        """The responses to items that the edition does not hold. They are in no part."""
        if (options or {}).get("part"):
            return []
        known = {item["id"] for item in self.items()}
        return [one for one in self.assessment["responses"] if one["item"] not in known]

    def response(self, item):
        return self.responses.get(item["id"], {})

    def actions(self, response):
        """The actions that say anything."""
        def says(one):
            return not (_blank(one["what"]) and _blank(one["owner"])) or one["due"] or one["priority"] or one["done"]

        return [one for one in response.get("actions", []) if says(one)]

    def evidence(self, response):
        """The documents that say anything."""
        def says(one):
            return not (_blank(one["title"]) and _blank(one["location"])) or one["approved_on"]

        return [one for one in response.get("evidence", []) if says(one)]

    def reviews(self, response):
        """The reviews that say anything."""
        return [one for one in response.get("reviews", []) if one["verdict"] or not _blank(one["comments"])]

    def is_settled(self, item):
        """Whether an item is met or not applicable, with everything that this needs."""
        response = self.response(item)
        judgement = response.get("judgement")
        if "kind" not in item:
            # Of an item that the edition does not hold nobody can tell.
            return False
        if judgement == "NotApplicable":
            return bool(item.get("not_applicable")) and not _blank(response["not_applicable_reason"])
        if judgement != "Met":
            return False
        if item["kind"] == "tick":
            return True
        if item["kind"] == "text":
            return not _blank(response["answer"])
        named = self.evidence(response)
        return bool(named) and not any(_blank(one["title"]) or _blank(one["location"]) for one in named)

    def left_for(self, level):
        """The items that a level needs and that are not settled. Standards Met needs what Approaching Standards needs."""
        levels = {"approaching"} if level == "approaching" else {"approaching", "met"}
        return [item for item in self.items() if levels & set(item.get("levels", [])) and not self.is_settled(item)]

    def day_of(self, moment, ahead):
        """The day of a moment, as `2021-05-01`, where the clock is so many minutes before UTC."""
        at = datetime.datetime.fromisoformat(moment.replace("Z", "+00:00"))
        return (at + datetime.timedelta(minutes=ahead)).date().isoformat()


def texts_of(document, response):
    """Every text that people gave for an item, but for the reviews, with its name."""
    for name in ("answer", "comments", "not_applicable_reason", "explanation"):
        yield name, response.get(name, "")
    for number, one in enumerate(document.evidence(response), 1):
        yield f"document {number}: title", one["title"]
        yield f"document {number}: location", one["location"]
        yield f"document {number}: approved", in_words(one["approved_on"])
    for number, one in enumerate(document.actions(response), 1):
        yield f"action {number}: what", one["what"]
        yield f"action {number}: owner", one["owner"]
        yield f"action {number}: due", in_words(one["due"])
        yield f"action {number}: priority", one["priority"] or ""


VERDICTS = {"Agreed": "Agreed", "Question": "Question", "NotAgreed": "Not agreed"}
JUDGEMENTS = {"Met": "Yes", "NotYet": "Not yet", "NotApplicable": "Not applicable to us"}
TOLD = {"Yes": "Yes", "No": "No", "NotSure": "Not sure"}


def reviews_of(document, response, ahead, wanted=lambda one: True):
    """Every text of those reviews of an item that are wanted, with its name."""
    for number, one in enumerate(filter(wanted, document.reviews(response)), 1):
        yield f"review {number}: reviewer", one["reviewer"]
        yield f"review {number}: organisation", one.get("organisation", "")
        yield f"review {number}: verdict", VERDICTS.get(one["verdict"], "")
        yield f"review {number}: comments", one["comments"]
        yield f"review {number}: day", in_words(document.day_of(one["reviewed_at"], ahead))
        yield f"review {number}: reply", one.get("reply", "")
