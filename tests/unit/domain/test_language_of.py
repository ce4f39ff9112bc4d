import pytest

from echosphere.domain.language import Language
from echosphere.domain.language_of import language_of

pytestmark = pytest.mark.unit
JAPANESE, ENGLISH, PORTUGUESE = Language.JAPANESE, Language.ENGLISH, Language.PORTUGUESE


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("録音はどこに保存されますか。", JAPANESE),
        ("EchoSphereです", JAPANESE),
        ("東京", JAPANESE),
        ("Where are my talks kept?", ENGLISH),
        ("hello", ENGLISH),
        ("The word 桜 means cherry blossom.", ENGLISH),
        ("Onde ficam as minhas conversas?", PORTUGUESE),
        ("Olá", PORTUGUESE),
        ("Não entendi.", PORTUGUESE),
    ],
)
@pytest.mark.parametrize("otherwise", Language)
def test_a_text_says_its_language(text: str, language: Language, otherwise: Language) -> None:
    assert language_of(text, otherwise=otherwise) is language


@pytest.mark.parametrize("text", ["EchoSphere", "42", "OK", "", "Osaka 2025"])
@pytest.mark.parametrize("otherwise", Language)
def test_what_could_be_either_stays_in_the_language_of_the_talk(text: str, otherwise: Language) -> None:
    assert language_of(text, otherwise=otherwise) is otherwise
