"""Our own held-out questions: thresholds and shares are measured on these, so that the sixty stay unseen."""

from dataclasses import dataclass
from pathlib import Path

from agent_container.brain.brain import NONE_OF_OURS
from agent_container.brain.handbook import parse_entries, read_handbook
from agent_container.brain.phrases import phrase
from echosphere.domain.language import Language

ENGLISH = Language.ENGLISH


@dataclass(frozen=True)
class Paraphrase:
    text: str
    title: str

    def is_answered_by(self, answer: str) -> bool:
        """A skill's answer is told by being neither a refusal nor the handbook's."""
        if self.title == NONE_OF_OURS:
            return answer in refusals()
        answers = {entry.title: entry.answer for entry in read_handbook(ENGLISH)}
        if self.title in answers:
            return answer == answers[self.title]
        return answer not in (*refusals(), *answers.values())


def refusals() -> tuple[str, ...]:
    return phrase("unknown", ENGLISH), phrase("not understood", ENGLISH)


def read_paraphrases() -> list[Paraphrase]:
    markdown = Path(__file__).with_suffix(".en-US.md").read_text(encoding="utf-8")
    return [Paraphrase(text, entry.title) for entry in parse_entries(markdown) for text in entry.phrasings[1:]]
