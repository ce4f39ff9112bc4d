from collections.abc import Sequence
from pathlib import Path

import numpy
import pytest

from agent_container.brain.meanings import Meanings
from echosphere.domain.language import Language

pytestmark = pytest.mark.unit
KNOWN = ("a cup of tea", "the boat sails")


@pytest.fixture(scope="module")
def meanings() -> Meanings:
    return Meanings(KNOWN, Language.ENGLISH)


def test_a_known_phrasing_means_itself(meanings: Meanings) -> None:
    assert numpy.diag(meanings.among_known()) == pytest.approx(1.0, abs=1e-4)
    assert meanings.alike("the boat sails")[1] == pytest.approx(1.0, abs=1e-4)


def test_other_words_are_near_the_phrasing_that_they_mean(meanings: Meanings) -> None:
    tea, boat = meanings.alike("a ship on the sea")

    assert boat > tea


@pytest.mark.parametrize("text", ["", "?!", "'", "zzxq", "flibber zwug boat"])
def test_what_is_hardly_a_word_means_nothing(meanings: Meanings, text: str) -> None:
    assert not meanings.alike(text).any()


@pytest.mark.parametrize("language", [Language.JAPANESE, Language.PORTUGUESE])
def test_a_language_without_a_model_is_recognised_without_meanings(language: Language) -> None:
    meanings = Meanings(KNOWN, language)

    assert not meanings.alike(KNOWN[0]).any() and not meanings.among_known().any()


def test_what_was_embedded_once_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Meanings(KNOWN, Language.ENGLISH).among_known()

    def embed_again(path: Path, *, phrasings: Sequence[str]) -> None:
        pytest.fail("embedded again")

    monkeypatch.setattr("agent_container.brain.meanings._write_meanings", embed_again)

    assert numpy.array_equal(Meanings(KNOWN, Language.ENGLISH).among_known(), kept)
