import re
from collections import Counter
from collections.abc import Sequence

import numpy
import pytest

from agent_container.brain.brain import brain_for
from agent_container.brain.handbook import Entry, parse_entries, read_cues, read_handbook
from echosphere.domain.language import Language
from tests.unit.agent_container.brain.asking import ask

pytestmark = pytest.mark.unit

NOT_YET = re.compile(r"\byet\b|planned|\blater a\b|まだ|\bainda não\b", re.IGNORECASE)
NOT_THERE = {
    Language.ENGLISH: {"Can I talk to it by phone or Telegram?"},
    Language.JAPANESE: set[str](),
    Language.PORTUGUESE: set[str](),
}


def test_an_entry_is_a_title_its_phrasings_and_an_answer() -> None:
    markdown = "Notes.\n\n## Who?\n- whom\n- whose\n\nYou.\nAnd I.\n\n## Where?\n\nHere.\n"

    assert parse_entries(markdown) == [
        Entry("Who?", ("Who?", "whom", "whose"), "You. And I."),
        Entry("Where?", ("Where?",), "Here."),
    ]


@pytest.mark.parametrize("language", Language)
def test_every_entry_has_an_answer(language: Language) -> None:
    assert [entry.title for entry in read_handbook(language) if not entry.answer] == []


@pytest.mark.parametrize("language", Language)
def test_titles_are_unique_among_entries_and_cues(language: Language) -> None:
    titles = [entry.title for entry in [*read_handbook(language), *read_cues(language)]]

    assert len(titles) == len(set(titles))


@pytest.mark.parametrize("language", Language)
def test_no_entry_is_phrased_the_same_way_twice(language: Language) -> None:
    for entry in read_handbook(language):
        assert len(entry.phrasings) == len(set(entry.phrasings)), entry.title


@pytest.mark.parametrize("language", Language)
def test_no_two_entries_share_a_phrasing(language: Language) -> None:
    times = Counter(phrasing for entry in read_handbook(language) for phrasing in entry.phrasings)

    assert [phrasing for phrasing, count in times.items() if count > 1] == []


@pytest.mark.parametrize(("language", "not_there"), NOT_THERE.items())
def test_what_an_entry_says_is_not_there_is_named_here_so_that_whoever_builds_it_finds_the_entry(
    language: Language, not_there: set[str]
) -> None:
    said = {entry.title for entry in read_handbook(language) if NOT_YET.search(entry.answer)}

    assert said == not_there


def test_every_language_has_the_same_cues() -> None:
    titles = {language: {entry.title for entry in read_cues(language)} for language in Language}

    assert titles[Language.JAPANESE] == titles[Language.PORTUGUESE] == titles[Language.ENGLISH]


@pytest.mark.parametrize("language", Language)
def test_every_title_is_answered_with_its_own_entry(language: Language) -> None:
    for entry in read_handbook(language):
        assert ask(entry.title, language) == entry.answer


@pytest.mark.parametrize("language", [Language.JAPANESE, Language.PORTUGUESE])
def test_every_phrasing_is_answered_with_its_own_entry(language: Language) -> None:
    for entry in read_handbook(language):
        for phrasing in entry.phrasings:
            assert ask(phrasing, language) == entry.answer


def test_every_english_phrasing_is_most_like_its_own_entry() -> None:
    phrasings = [(text, entry.title) for entry in read_handbook(Language.ENGLISH) for text in entry.phrasings]
    nearest = _nearest([text for text, _ in phrasings])
    misled = [text for (text, title), near in zip(phrasings, nearest, strict=True) if near != title]

    assert misled == []


def _nearest(known: Sequence[str]) -> list[str]:
    """All at once: a question for each takes seconds when other work keeps the processors busy."""
    recognition = brain_for(Language.ENGLISH)._recognition
    features = numpy.stack([recognition._features.of(text) for text in known])
    meanings = recognition._meanings.among_known()[: len(known)]
    scores = features @ recognition._of_features + meanings @ recognition._of_meanings
    return [recognition._titles[column] for column in scores.argmax(axis=1)]
