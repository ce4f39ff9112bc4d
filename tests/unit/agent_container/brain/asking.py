"""Questions asked at a fixed time."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Literal

from agent_container.brain.brain import brain_for
from agent_container.brain.question import Question, Said
from echosphere.domain.language import Language

NOW = datetime(2025, 3, 14, 9, 26, tzinfo=UTC)
ROLES: tuple[Literal["user"], Literal["assistant"]] = ("user", "assistant")
PAUSE_S = 30  # between two utterances of `talk`


def talk(*texts: str) -> tuple[Said, ...]:
    """The person and the assistant in turns, the person first, the last one PAUSE_S before NOW."""
    began = NOW - timedelta(seconds=PAUSE_S * len(texts))
    return tuple(
        Said(ROLES[number % 2], text, began + timedelta(seconds=PAUSE_S * number)) for number, text in enumerate(texts)
    )


def question(
    text: str,
    language: Language = Language.ENGLISH,
    *,
    said_before: tuple[Said, ...] = (),
    likeness: Mapping[str, float] | None = None,
) -> Question:
    return Question(
        text=text, language=language, now=NOW, said_before=said_before, likeness=dict(likeness) if likeness else {}
    )


def ask(text: str, language: Language = Language.ENGLISH, *, said_before: tuple[Said, ...] = ()) -> str:
    return brain_for(language).find(question(text, language, said_before=said_before)).text
