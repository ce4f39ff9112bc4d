"""The end-to-end questions prove something only as long as the product has never seen them."""

import re
from pathlib import Path

import pytest

from tests.end_to_end.questions import QUESTIONS, Question

pytestmark = pytest.mark.unit
AGENT = Path(__file__).parents[2] / "agent_container"
SEEN = "\n".join(
    re.sub(r"[^\w\s']", "", path.read_text(encoding="utf-8").lower())
    for path in [*AGENT.rglob("*.md"), *AGENT.rglob("*.py")]
)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.text)
def test_no_question_stands_in_the_handbook_or_in_the_agents_code(question: Question) -> None:
    assert re.sub(r"[^\w\s']", "", question.text.lower()) not in SEEN


def test_there_are_sixty_different_questions() -> None:
    assert len({question.text for question in QUESTIONS}) == 60
