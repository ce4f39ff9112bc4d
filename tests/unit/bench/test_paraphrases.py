"""What thresholds are measured on must be as unseen as the sixty."""

import pytest

from agent_container.brain.handbook import read_cues, read_handbook
from bench.paraphrases import Paraphrase, read_paraphrases, refusals
from echosphere.domain.language import Language

pytestmark = pytest.mark.unit
KNOWN = [*read_handbook(Language.ENGLISH), *read_cues(Language.ENGLISH)]


def test_no_paraphrase_stands_in_the_handbook() -> None:
    known = {phrasing for entry in KNOWN for phrasing in entry.phrasings}

    assert [paraphrase.text for paraphrase in read_paraphrases() if paraphrase.text in known] == []


def test_every_paraphrase_asks_for_something_that_is_known() -> None:
    assert {paraphrase.title for paraphrase in read_paraphrases()} <= {entry.title for entry in KNOWN}


def test_an_entry_of_the_handbook_is_told_by_its_answer() -> None:
    entry, other = read_handbook(Language.ENGLISH)[:2]
    paraphrase = Paraphrase("what on earth is it", entry.title)

    assert paraphrase.is_answered_by(entry.answer) and not paraphrase.is_answered_by(other.answer)


def test_what_is_no_business_of_ours_is_answered_by_a_refusal() -> None:
    assert Paraphrase("who baked this", "something else").is_answered_by(refusals()[0])


def test_a_skills_answer_is_neither_a_refusal_nor_the_handbooks() -> None:
    time = Paraphrase("the time please", "time of day")

    assert time.is_answered_by("It is nine.")
    assert not time.is_answered_by(refusals()[0]) and not time.is_answered_by(KNOWN[0].answer)
