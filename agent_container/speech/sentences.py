"""An answer cut into what a voice is handed at a time, while it is still being written.

LiveKit's splitter waits for twenty characters and more behind a sentence's end, which is three seconds of Japanese, and
for the end of an answer that has no full stop. Here a Japanese sentence ends with its sign, and the first clause of an
answer is enough to begin with.
"""

import re
from collections.abc import AsyncIterable, AsyncIterator

# A run of signs and the brackets that close behind it; in Latin letters a space must follow, so that 3.5 is one number.
JAPANESE_END = re.compile(r"[。！？]+[」』）】”]*")
LATIN_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+|\n+")
ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:mr|mrs|ms|dr|dra|prof|sr|sra|srta|st|vs|etc|e\.g|i\.e|approx|av|núm|[A-Z])\.$", re.IGNORECASE
)
FIRST_CLAUSE = re.compile(r"^[^、]{6,}?、|^.{40,}?[,;:]\s", re.DOTALL)  # the voice begins before the sentence is whole
LONGEST = re.compile(r"^.{50,}?、|^.{200,}?\s|^.{240}", re.DOTALL)  # one that never ends is cut where it breathes


async def sentences(pieces: AsyncIterable[str]) -> AsyncIterator[str]:
    """Together they are the text, with its spaces."""
    rest, is_first = "", True
    async for piece in pieces:
        rest += piece
        while end := _end(rest, is_first=is_first):
            yield rest[:end]
            rest, is_first = rest[end:], False
    if rest:
        yield rest


def sentences_in(text: str) -> list[str]:
    """Those of a whole text, without the spaces around them."""
    cut: list[str] = []
    while end := _end(text, is_first=not cut):
        cut.append(text[:end].strip())
        text = text[end:]
    return [*cut, text.strip()] if text.strip() else cut


def has_a_sentence(text: str) -> bool:
    """Whether a voice can begin with it."""
    return _end(text, is_first=True) > 0


def _end(text: str, *, is_first: bool) -> int:
    """Where the first sentence ends; 0 when it is not over yet."""
    ends = [match.end() for match in JAPANESE_END.finditer(text)]
    ends += [match.end() for match in LATIN_END.finditer(text) if _ends(text, match)]
    if ends := [end for end in ends if any(sign.isalnum() for sign in text[:end])]:
        return min(ends)
    if is_first and (clause := FIRST_CLAUSE.search(text)):
        return clause.end()
    return breath.end() if (breath := LONGEST.search(text)) else 0


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Not behind "Dr." and the like."""
    return ABBREVIATION.search(text[: stop.end()].rstrip()) is None
