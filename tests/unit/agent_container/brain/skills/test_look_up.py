import pytest

from agent_container.brain.handbook import read_handbook
from agent_container.brain.skills.look_up import answer
from echosphere.domain.language import Language
from tests.unit.agent_container.brain.asking import question

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("language", Language)
def test_the_answer_is_that_of_the_entry_most_alike(language: Language) -> None:
    one, other = read_handbook(language)[:2]

    found = answer(question("", language, likeness={one.title: 0.3, other.title: 0.5}))

    assert (found.text, found.certainty) == (other.answer, 0.5)


def test_what_is_like_no_entry_is_answered_without_any_certainty() -> None:
    assert answer(question("")).certainty == 0.0
