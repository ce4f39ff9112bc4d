"""What a voice is handed, in each language: names, numbers, dates and money as they are said."""

import pytest

from agent_container.speech.read_aloud import read_aloud
from echosphere.domain.language import Language

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("It costs $3.50.", "It costs 3 dollars and 50 cents."),
        ("Only $1", "Only 1 dollar"),
        ("About $1,234,567.", "About 1234567 dollars."),
        ("€20, £5.01 or ¥1,200", "20 euros, 5 pounds and 1 penny or 1200 yen"),
        ("R$ 10.00 is not much", "10 reais is not much"),
        ("On 2026-11-28 at 9:05", "On November 28, 2026 at 9 oh 5"),
        ("From 14:30 to 15:00", "From 14 30 to 15 o'clock"),
        ("On 11/28/2026", "On November 28, 2026"),
        ("12,500 people, 99.9%", "12500 people, 99.9 percent"),
        ("20 °C & rising", "20 degrees Celsius and rising"),
        ("EchoSphere is here", "Echo Sphere is here"),
        ("Version 1.8.9, room 12/34", "Version 1.8.9, room 12/34"),
    ],
)
def test_english(written: str, said: str) -> None:
    assert read_aloud(written, Language.ENGLISH) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("料金は¥1,200です。", "料金は1200円です。"),
        ("$3.50です", "3ドル50セントです"),
        ("2026-11-28の14:30に", "2026年11月28日の14時30分に"),
        ("2026/1/5の9:00", "2026年1月5日の9時"),
        ("12,500人の99.9%", "12500人の99.9パーセント"),
        ("気温は20℃", "気温は20度"),
        ("EchoSphereはAIです。", "エコスフィアはエーアイです。"),
        ("EchoSphere の使い方", "エコスフィアの使い方"),
        ("AIRではない。 S3 の鍵", "AIRではない。 S3 の鍵"),
    ],
)
def test_japanese(written: str, said: str) -> None:
    assert read_aloud(written, Language.JAPANESE) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Custa R$ 3,50.", "Custa 3 reais e 50 centavos."),
        ("R$ 1,00 e R$ 2,01", "1 real e 2 reais e 1 centavo"),
        ("R$ 1.234,50", "1234 reais e 50 centavos"),
        ("US$ 20 ou € 1", "20 dólares ou 1 euro"),
        ("Em 28/11/2026 às 14h30", "Em 28 de novembro de 2026 às 14 horas e 30"),
        ("À 1:00", "À 1 hora"),
        ("12.500 pessoas, 99,9%", "12500 pessoas, 99,9 por cento"),
        ("20 °C", "20 graus Celsius"),
        ("O EchoSphere", "O Echo Sphere"),
    ],
)
def test_portuguese(written: str, said: str) -> None:
    assert read_aloud(written, Language.PORTUGUESE) == said


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("text", ["2026-13-45", "99:99", "1.2.3.4", "$"])
def test_what_is_no_date_time_or_money_stays_as_it_is(text: str, language: Language) -> None:
    assert read_aloud(text, language) == text
