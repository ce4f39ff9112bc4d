import pytest

from agent_container.brain.handbook import Entry
from agent_container.brain.recognition import Recognition
from echosphere.domain.language import Language

pytestmark = pytest.mark.unit
ENTRIES = (
    Entry("tea", ("how do you make tea", "boil a cup of tea"), "With leaves."),
    Entry("boat", ("where is the boat", "can we sail the boat"), "On the lake."),
)


@pytest.fixture(scope="module")
def recognition() -> Recognition:
    return Recognition(ENTRIES, Language.ENGLISH)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.title)
def test_a_known_phrasing_is_most_like_its_own_entry(recognition: Recognition, entry: Entry) -> None:
    for phrasing in entry.phrasings:
        likeness = recognition.likeness(phrasing)

        assert max(likeness, key=likeness.__getitem__) == entry.title


def test_every_title_gets_a_likeness(recognition: Recognition) -> None:
    assert recognition.likeness("boat").keys() == {"tea", "boat"}


def test_what_was_never_seen_is_like_nothing(recognition: Recognition) -> None:
    assert max(recognition.likeness("zzxq").values()) < 0.05


def test_strange_words_around_known_ones_make_it_less_sure(recognition: Recognition) -> None:
    bare, surrounded = recognition.likeness("sail the boat"), recognition.likeness("gorp zung sail the boat wump")

    assert surrounded["boat"] < bare["boat"]


def test_what_was_misheard_is_recognised_by_its_sound(recognition: Recognition) -> None:
    likeness = recognition.likeness("wears tha bode")

    assert likeness["boat"] > likeness["tea"]


def test_other_words_for_the_same_are_recognised_by_their_meaning(recognition: Recognition) -> None:
    likeness = recognition.likeness("the ferry's location please")

    assert likeness["boat"] > 2 * max(likeness["tea"], 0.1)
