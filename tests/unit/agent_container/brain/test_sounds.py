import pytest

from agent_container.brain.sounds import CLASS_OF, sound_of

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(("said", "heard"), [("bat", "pad"), ("talk", "dog"), ("vine", "fine"), ("zoo", "sue")])
def test_words_that_are_mistaken_for_each_other_sound_alike(said: str, heard: str) -> None:
    assert sound_of([said]) == sound_of([heard]) != ""


def test_an_h_is_too_soft_to_count() -> None:
    assert sound_of(["hill"]) == sound_of(["ill"])


def test_words_run_together_as_they_do_in_speech() -> None:
    assert sound_of(["talk", "dog"]) == sound_of(["talk"]) + sound_of(["dog"])


def test_the_product_has_a_sound_though_no_dictionary_knows_it() -> None:
    assert sound_of(["echosphere"])[1:] == sound_of(["echo", "sphere"])[1:]


@pytest.mark.parametrize("word", ["xqzzy", "明日", "'", "7"])
def test_a_word_that_no_dictionary_has_is_silent(word: str) -> None:
    assert sound_of([word]) == ""


def test_a_phone_belongs_to_one_class() -> None:
    assert CLASS_OF["T"] == CLASS_OF["D"] != CLASS_OF["K"]
