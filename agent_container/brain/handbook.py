"""The handbook's entries: Markdown, `## title`, other ways to ask as a list, and the answer below."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from echosphere.domain.language import Language

HANDBOOK = Path(__file__).parent.parent / "handbook"
CUES = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Entry:
    title: str
    phrasings: tuple[str, ...]
    """The title first, then other ways to ask for the same."""
    answer: str


@cache
def read_handbook(language: Language) -> tuple[Entry, ...]:
    files = sorted(HANDBOOK.glob(f"*.{language.value}.md"))
    return tuple(entry for file in files for entry in parse_entries(file.read_text(encoding="utf-8")))


@cache
def read_cues(language: Language) -> tuple[Entry, ...]:
    """What is asked of the skills; their `answer` is empty."""
    return tuple(parse_entries((CUES / f"cues.{language.value}.md").read_text(encoding="utf-8")))


def parse_entries(markdown: str) -> list[Entry]:
    return [_parse_entry(section) for section in ("\n" + markdown).split("\n## ")[1:]]


def _parse_entry(section: str) -> Entry:
    title, *lines = section.strip().splitlines()
    phrasings = [line.removeprefix("- ") for line in lines if line.startswith("- ")]
    answer = " ".join(line for line in lines if line and not line.startswith("- "))
    return Entry(title.strip(), (title.strip(), *phrasings), answer)
