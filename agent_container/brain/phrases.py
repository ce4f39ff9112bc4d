"""The skills' own sentences, in Markdown beside this file: `- name: sentence with {fields}`."""

from functools import cache
from pathlib import Path

from echosphere.domain.language import Language

FOLDER = Path(__file__).parent / "phrases"


def phrase(name: str, language: Language, **fields: object) -> str:
    """Raises KeyError when the language has no such phrase."""
    return _phrases(language)[name].format(**fields)


@cache
def _phrases(language: Language) -> dict[str, str]:
    lines = (FOLDER / f"{language.value}.md").read_text(encoding="utf-8").splitlines()
    pairs = (line.removeprefix("- ").partition(": ") for line in lines if line.startswith("- "))
    return {name: sentence for name, _, sentence in pairs}
