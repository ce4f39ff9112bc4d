"""The agent's words, in Markdown beside this file: never in Python."""

from functools import cache
from pathlib import Path

from echosphere.domain.language import Language

FOLDER = Path(__file__).parent


@cache
def load_prompt(name: str, language: Language) -> str:
    """`greeting.en-US.md` for ("greeting", ENGLISH), on one line for each paragraph. Raises FileNotFoundError."""
    text = (FOLDER / f"{name}.{language.value}.md").read_text(encoding="utf-8")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n")).strip()
