import numpy
import pytest

from agent_container.embedding.sentence_embedder import DIMENSIONS, MOST_TOKENS, SentenceEmbedder

pytestmark = pytest.mark.unit


@pytest.fixture(scope="module")
def embedder() -> SentenceEmbedder:
    return SentenceEmbedder()


def test_a_sentence_is_a_vector_of_length_one(embedder: SentenceEmbedder) -> None:
    vectors = embedder.embed(["The kettle whistles.", ""])

    assert vectors.shape == (2, DIMENSIONS) and vectors.dtype == numpy.float32
    assert numpy.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)


def test_what_means_the_same_is_near_without_a_common_word(embedder: SentenceEmbedder) -> None:
    said, meant, other = embedder.embed(["the sea is calm", "no waves on our ocean", "an accountant retired"])

    assert said @ meant > 0.3 > said @ other


def test_neighbours_do_not_change_a_vector(embedder: SentenceEmbedder) -> None:
    alone, among = embedder.embed(["a boat"]), embedder.embed(["a cup of tea, and then a very long walk", "a boat"])

    assert numpy.array_equal(alone[0], among[1])


def test_what_follows_the_most_tokens_is_not_read(embedder: SentenceEmbedder) -> None:
    long = "tea " * (MOST_TOKENS - 2)  # two tokens are the model's own, for the beginning and the end

    assert numpy.array_equal(*embedder.embed([long, long + "and a boat"]))


def test_eight_bits_say_nearly_what_the_whole_numbers_say(embedder: SentenceEmbedder) -> None:
    """These come of the same weights in numpy, as float32."""
    sentences = ["How do I end a talk?", "Hang up the phone to finish the conversation.", "Boil a cup of tea."]
    one, other, third = embedder.embed(sentences)

    assert (one @ other, one @ third, other @ third) == pytest.approx((0.652, 0.192, 0.266), abs=0.04)
