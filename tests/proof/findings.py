"""What was compared, and what was found wrong."""

import re

# What XML cannot hold and calendars should not; the files show that a letter is missing there.
_NOT_HELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd\ufffe\uffff]")


def held(text):
    """A text as a file can hold it: line breaks are all of one kind, and control characters are gone."""
    return _NOT_HELD.sub("", (text or "").replace("\r\n", "\n").replace("\r", "\n"))


def squeezed(text):
    """The same with every run of white space as one space."""
    return " ".join(held(text).split())


def bare(text):
    """The same without any white space, for what a program broke into lines by itself."""
    return "".join(held(text).split())


class Findings:
    """Counts what is compared, and keeps what differs."""

    def __init__(self):
        self.compared = 0
        self.failures = []

    def fail(self, where, what):
        self.failures.append(f"{where}: {what}")

    def same(self, where, expected, found):
        """Two values that have to be equal."""
        self.compared += 1
        if expected != found:
            self.fail(where, f"{_short(found)} instead of {_short(expected)}{_first_difference(expected, found)}")
        return expected == found

    def holds(self, where, text, wanted, how=squeezed):
        """Every wanted text that says something has to be in the text. Gives how many were looked for."""
        text = how(text)
        looked_for = [one for one in wanted if how(one)]
        for one in looked_for:
            self.compared += 1
            if how(one) not in text:
                self.fail(where, f"{_short(how(one))} is not in {_short(text)}")
        return len(looked_for)

    def true(self, where, is_so, what):
        """Something that has to be so; `what` says what is wrong otherwise."""
        self.compared += 1
        if not is_so:
            self.fail(where, what)
        return is_so

    def at_least(self, where, least, count, of_what):
        """A count that shows that there was something to compare."""
        if count < least:
            self.fail(where, f"only {count} {of_what}, and {least} were expected")


def _short(value):
    text = repr(value)
    return text if len(text) <= 160 else f"{text[:100]} … {text[-50:]} ({len(text)} letters)"


def _first_difference(expected, found):
    if not isinstance(expected, str) or not isinstance(found, str) or len(expected) + len(found) < 100:
        return ""
    pairs = enumerate(zip(expected, found))
    at = next((n for n, (one, other) in pairs if one != other), min(len(expected), len(found)))
    return f"; from letter {at}: {found[at:at + 40]!r} instead of {expected[at:at + 40]!r}"
