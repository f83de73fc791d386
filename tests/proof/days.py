"""The calendar, read with icalendar."""

import calendar
import datetime
import re

import icalendar

from documents import in_words
from findings import squeezed

_LONGEST = 75
YEARLY = (6, 30)


def check(findings, document, file):
    """The file of days: due dates of actions, the yearly deadline, and the review dates of documents."""
    where = f"{document.name}/{file['file']}"
    raw = document.path(file).read_bytes()
    _lines(findings, where, raw)
    read = icalendar.Calendar.from_ical(raw)
    findings.same(f"{where}: version", "2.0", str(read.get("VERSION")))
    events = read.walk("VEVENT")
    texts = _texts(raw)
    uids = [str(event["UID"]) for event in events]
    findings.same(f"{where}: identifiers, each once", len(uids), len(set(uids)))
    findings.true(where, all(uids), "an event has no identifier")
    for event in events:
        at = f"{where}, {event['UID']}"
        findings.true(at, type(event["DTSTART"].dt) is datetime.date, "it is not a whole day")
        findings.true(at, event.get("DTSTAMP") is not None, "it does not say when it was changed")
    dated = [
        (item["id"], action)
        for item in document.items()
        for action in document.actions(document.response(item))
        if action["due"]
    ]
    found = [_action(findings, where, item, action, events, texts) for item, action in dated]
    findings.at_least(where, len(dated), sum(found), "events of actions")
    findings.at_least(where, 1, len(dated), "actions with a date")
    findings.same(f"{where}: actions, as the person is told", len(dated), file["actions"])
    documents = [
        (item, one)
        for item in document.items()
        for one in document.evidence(document.response(item))
        if one["approved_on"]
    ]
    for item, one in documents:
        _document(findings, where, item, one, events, texts)
    findings.at_least(where, 1, len(documents), "documents with a date")
    findings.same(f"{where}: events", len(dated) + len(documents) + 1, len(events))
    yearly = [event for event in events if "RRULE" in event]
    findings.true(where, yearly, "no day comes again every year")
    for event in yearly:
        findings.same(f"{where}: rule", ["YEARLY"], list(event["RRULE"]["FREQ"]))
        findings.same(f"{where}: deadline", YEARLY, (event["DTSTART"].dt.month, event["DTSTART"].dt.day))
        findings.true(where, event.walk("VALARM"), "nobody is reminded of the deadline")
    _alarms(findings, where, events)


def _lines(findings, where, raw):
    lines = raw.split(b"\r\n")
    findings.true(where, raw.endswith(b"\r\n"), "its last line does not end")
    findings.true(where, b"\n" not in b"".join(lines) and b"\r" not in b"".join(lines), "a line ends otherwise than in CRLF")
    findings.true(where, max(map(len, lines)) <= _LONGEST, f"a line is {max(map(len, lines))} bytes long")
    for line in lines:
        # Each line on its own has to be whole letters: some programs read line by line.
        line.decode("utf-8")


def _action(findings, where, item, action, events, texts):
    """Whether there is one event for an action, with what the document says of it."""
    own = [event for event in events if _known_by(event, action["id"])]
    at = f"{where}, action {action['id']}"
    if not findings.true(at, len(own) == 1, f"it has {len(own)} events"):
        return False
    event = own[0]
    findings.same(f"{at}: day", action["due"], event["DTSTART"].dt.isoformat())
    wanted = [action["what"], action["owner"], action["priority"], in_words(action.get("done_on")), item]
    _says(findings, at, event, texts, wanted)
    reminders = event.walk("VALARM")
    findings.true(at, bool(reminders) != action["done"], "only what is still to do has a reminder")
    return True


def _texts(raw):
    """The summary and the description of each event by its identifier, unescaped in one go (RFC 5545, 3.3.11): icalendar
    of Debian takes a backslash before an n for a line break."""
    texts = {}
    for event in re.sub(r"\r\n[ \t]", "", raw.decode("utf-8")).split("BEGIN:VEVENT\r\n")[1:]:
        lines = [line.partition(":") for line in event.split("BEGIN:VALARM")[0].split("\r\n")]
        found = {name: value for name, _, value in lines}
        plain = re.sub(r"\\(.)", _unescaped, f"{found['SUMMARY']}\\n{found.get('DESCRIPTION', '')}")
        texts[found["UID"]] = plain
    return texts


def _unescaped(found):
    return "\n" if found[1] in "nN" else found[1]


def _says(findings, where, event, texts, wanted):
    findings.holds(where, texts.get(str(event["UID"]), ""), wanted)
    read = f"{event['SUMMARY']}\n{event.get('DESCRIPTION', '')}"
    findings.holds(f"{where} by icalendar", read, [one for one in wanted if one and "\\" not in one])


def _known_by(event, own):
    """Whether an identifier is part of an event's, and not only the beginning of another one."""
    return re.search(rf"(^|-){re.escape(own)}[-.@]", str(event["UID"])) is not None


def _document(findings, where, item, document, events, texts):
    """One event for a document, on the day on which it has to be approved again."""
    own = [event for event in events if _known_by(event, document["id"])]
    at = f"{where}, document {document['id']}"
    if not findings.true(at, len(own) == 1, f"it has {len(own)} events"):
        return
    event = own[0]
    months = (item.get("recent") or {}).get("within_months", 12)
    findings.same(f"{at}: day", _months_after(document["approved_on"], months), event["DTSTART"].dt)
    wanted = [document["title"], document["location"], in_words(document["approved_on"]), item["id"]]
    _says(findings, at, event, texts, wanted)
    findings.true(at, event.walk("VALARM"), "nobody is reminded")


def _months_after(day, months):
    """The same day so many months later, or the last day of that month."""
    day = datetime.date.fromisoformat(day)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))


def _alarms(findings, where, events):
    alarms = [(event, alarm) for event in events for alarm in event.walk("VALARM")]
    findings.at_least(where, 1, len(alarms), "reminders")
    for event, alarm in alarms:
        at = f"{where}, {event['UID']}: reminder"
        findings.same(at, "DISPLAY", str(alarm["ACTION"]))
        before = alarm["TRIGGER"].dt
        findings.true(at, isinstance(before, datetime.timedelta) and before <= datetime.timedelta(0), f"{before}")
        findings.true(at, squeezed(str(alarm["DESCRIPTION"])), "it says nothing")
