import pytest

from agent_container.brain.features import PAIR_WEIGHT, features_of, sound_features, word_features, words_in
from echosphere.domain.language import Language

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("text", ["What's that?", "what’s that", "WHAT IS THAT"])
def test_a_contraction_is_the_words_that_it_stands_for(text: str) -> None:
    assert words_in(text, Language.ENGLISH) == ["what", "is", "that"]


def test_portuguese_words_keep_their_accents() -> None:
    assert words_in("Não, amanhã!", Language.PORTUGUESE) == ["não", "amanhã"]


def test_japanese_is_read_in_pairs_of_characters() -> None:
    assert words_in("明日は？", Language.JAPANESE) == ["明日", "日は"]


def test_a_single_japanese_character_stands_alone() -> None:
    assert words_in("何", Language.JAPANESE) == ["何"]


def test_forms_of_one_word_are_one_feature() -> None:
    assert word_features("talks", Language.ENGLISH) == word_features("talking", Language.ENGLISH)


def test_words_in_another_order_have_other_pairs() -> None:
    one, other = (dict(word_features(text, Language.ENGLISH)) for text in ("red fish", "fish red"))

    assert one["red fish"] == PAIR_WEIGHT and "red fish" not in other


def test_only_english_is_compared_by_sound() -> None:
    assert sound_features("talk", Language.ENGLISH) != []
    assert sound_features("falar", Language.PORTUGUESE) == sound_features("話す", Language.JAPANESE) == []


@pytest.mark.parametrize("language", Language)
def test_every_language_has_the_same_three_views(language: Language) -> None:
    assert len(features_of("EchoSphere", language)) == 3
