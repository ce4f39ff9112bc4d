import pytest

from agent_container.brain.handbook import read_cues
from agent_container.brain.phrases import phrase
from agent_container.brain.skills.courtesy import TITLES, answer
from echosphere.domain.language import Language
from tests.unit.agent_container.brain.asking import ask, question

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("title", TITLES)
def test_every_courtesy_is_returned_in_every_language(title: str, language: Language) -> None:
    assert answer(question("", language, likeness={title: 0.7})).text == phrase(title, language)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("language", Language)
def test_the_first_way_to_say_a_courtesy_is_understood(language: Language, title: str) -> None:
    cue = next(entry for entry in read_cues(language) if entry.title == title)

    assert ask(cue.phrasings[1], language) == phrase(title, language)
