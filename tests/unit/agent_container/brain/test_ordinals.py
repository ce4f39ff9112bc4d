import pytest

from agent_container.brain.ordinals import ordinal_in
from echosphere.domain.language import Language

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("my second question", Language.ENGLISH, 2),
        ("a minha terceira pergunta", Language.PORTUGUESE, 3),
        ("o décimo assunto", Language.PORTUGUESE, 10),
        ("二番目の質問は何でしたか", Language.JAPANESE, 2),
        ("三つ目は？", Language.JAPANESE, 3),
        ("第12の質問", Language.JAPANESE, 12),
    ],
)
def test_an_ordinal_is_a_number(text: str, language: Language, number: int) -> None:
    assert ordinal_in(text, language) == number


@pytest.mark.parametrize(
    ("text", "language"),
    [("two questions", Language.ENGLISH), ("duas perguntas", Language.PORTUGUESE), ("質問が二つ", Language.JAPANESE)],
)
def test_a_count_is_no_ordinal(text: str, language: Language) -> None:
    assert ordinal_in(text, language) is None
