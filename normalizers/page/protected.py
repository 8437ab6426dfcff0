"""Text in which nothing is a name: addresses, code, paths, file names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

ADDRESS = regex.compile(
    r"(?:https?|ftp)://[^\s<>\"“”]++|www\.[^\s<>\"“”]++|(?<![\w.+-])[\w.+-]{1,64}+@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}+|`[^`\n]{1,400}`"
    r"|(?<![\w/.])(?:[A-Za-z]:\\|~?/)[\w.-]++(?:[/\\][\w.-]++){1,30}+|(?<=\s|^)[@#]\w{1,64}",
    regex.IGNORECASE,
)
"""Web and mail addresses, code between backquotes, paths, handles and tags: text in which nothing is a name."""
ADDRESS_SIGNS = ("/", "@", "`", "#", "\\", "www.")
"""Without one of these there is no address."""
EXTENSION = regex.compile(
    r"\.(?:html?|php|pdf|jpe?g|png|txt|docx?|xlsx?|csv|json|py|js|exe|zip|com|org|net|cn)\b(?:/[^\s<>\"“”]*+)?",
    regex.IGNORECASE,
)
"""How a file's or a host's name ends."""
LONGEST_FILE_NAME = 128


def protected_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of addresses, code, paths and file names."""
    if any(sign in text for sign in ADDRESS_SIGNS):
        at = 0
        for line in text.split("\n"):
            if any(sign in line for sign in ADDRESS_SIGNS) or "www." in line.lower():
                for match in ADDRESS.finditer(text, at, at + len(line)):
                    yield match.span()
            at += len(line) + 1
    for match in EXTENSION.finditer(text):
        start = match.start()
        while (
            start > 0
            and match.start() - start < LONGEST_FILE_NAME
            and (text[start - 1].isalnum() or text[start - 1] in "-_.")
        ):
            start -= 1
        if start < match.start():
            yield start, match.end()


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in the order of the text, those that overlap made one.

    >>> merged([(5, 9), (0, 3), (2, 4)])
    [(0, 4), (5, 9)]
    """
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found
