"""A question and what is known when it is asked; an answer and how sure it is."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from echosphere.domain.language import Language


@dataclass(frozen=True, slots=True)
class Said:
    """One utterance of this talk."""

    role: Literal["user", "assistant"]
    text: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    text: str
    language: Language
    now: datetime
    """With the time zone of the machine that answers."""
    said_before: tuple[Said, ...] = ()
    likeness: dict[str, float] = field(default_factory=dict)
    """How much the question is like each known one, by title; about 0 (not at all) to 1 (the same words)."""

    def asked(self) -> list[Said]:
        return [said for said in self.said_before if said.role == "user"]

    def answered(self) -> list[Said]:
        return [said for said in self.said_before if said.role == "assistant"]

    def most_like(self, *titles: str) -> tuple[str, float]:
        """The best of these titles, and its likeness."""
        best = max(titles, key=lambda title: self.likeness.get(title, 0.0))
        return best, self.likeness.get(best, 0.0)


@dataclass(frozen=True, slots=True)
class Answer:
    text: str
    certainty: float
    """On the scale of `Question.likeness`."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is said, and by which skill it was found: a name of ours, of a closed set.

    `result`: what that skill looked up or computed, which is the ground of the answer; None where nothing was, as in a
    courtesy, a refusal or a question back.
    """

    text: str
    skill: str
    result: str | None = None
