import pytest

from agent_container.brain.handbook import read_handbook
from agent_container.brain.phrases import phrase
from agent_container.brain.skills.confirm import answer
from echosphere.domain.language import Language
from tests.unit.agent_container.brain.asking import question, talk

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("language", Language)
def test_whatever_was_asked_back_can_be_confirmed(language: Language) -> None:
    for entry in read_handbook(language):
        asked_back = phrase("did you ask", language, title=entry.title)

        confirmed = answer(question("", language, said_before=talk("...", asked_back), likeness={"yes": 0.8}))

        assert confirmed is not None and confirmed.text == entry.answer and confirmed.certainty > 0.8


def test_there_is_nothing_to_confirm_before_anything_was_answered() -> None:
    assert answer(question("", said_before=talk("..."), likeness={"yes": 1.0})) is None


def test_only_the_very_last_answer_can_be_confirmed() -> None:
    asked_back = phrase("did you ask", Language.ENGLISH, title=read_handbook(Language.ENGLISH)[0].title)
    said_before = talk("...", asked_back, "no", phrase("no", Language.ENGLISH))

    assert answer(question("", said_before=said_before, likeness={"yes": 1.0})) is None
