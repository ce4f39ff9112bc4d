import pytest

from agent_container.brain.brain import brain_for
from agent_container.brain.handbook import read_handbook
from agent_container.brain.phrases import phrase
from echosphere.domain.language import Language
from tests.unit.agent_container.brain.asking import ask, talk

pytestmark = pytest.mark.unit
ENGLISH, JAPANESE, PORTUGUESE = Language.ENGLISH, Language.JAPANESE, Language.PORTUGUESE


@pytest.mark.parametrize(
    ("text", "language", "answer"),
    [
        ("eleven plus fourteen", ENGLISH, "11 plus 14 is 25."),
        ("3足す4は？", JAPANESE, "3足す4は、7です。"),
        ("quanto é 3 mais 4?", PORTUGUESE, "3 mais 4 é 7."),
    ],
)
def test_a_sum_is_worked_out_in_the_persons_language(text: str, language: Language, answer: str) -> None:
    assert ask(text, language) == answer


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("text", ["", " ", "?!", "'"])
def test_silence_and_mere_signs_are_not_understood(text: str, language: Language) -> None:
    assert ask(text, language) == phrase("not understood", language)


@pytest.mark.parametrize(
    ("text", "language"),
    [("flibber wug zant", ENGLISH), ("ぽにょぴこ", JAPANESE), ("zibu lorp", PORTUGUESE)],
)
def test_words_that_nobody_knows_are_refused(text: str, language: Language) -> None:
    assert ask(text, language) == phrase("not understood", language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("who won the elections in sweden", ENGLISH),
        ("ドイツの首都はどこですか", JAPANESE),
        ("qual é a capital da Suécia", PORTUGUESE),
    ],
)
def test_what_is_no_business_of_ours_is_said_to_be_unknown(text: str, language: Language) -> None:
    assert ask(text, language) == phrase("unknown", language)


def test_half_a_likeness_is_asked_back() -> None:
    title = "Onde ficam os meus dados?"

    assert ask("laptop dados", PORTUGUESE) == phrase("did you ask", PORTUGUESE, title=title)


@pytest.mark.parametrize(("yes", "language"), [("yes", ENGLISH), ("はい", JAPANESE), ("sim", PORTUGUESE)])
def test_a_yes_after_asking_back_is_answered_with_what_was_meant(yes: str, language: Language) -> None:
    meant = read_handbook(language)[3]
    asked_back = phrase("did you ask", language, title=meant.title)

    assert ask(yes, language, said_before=talk("...", asked_back)) == meant.answer


@pytest.mark.parametrize(("no", "language"), [("no", ENGLISH), ("いいえ", JAPANESE), ("não", PORTUGUESE)])
def test_a_no_after_asking_back_is_taken_as_a_no(no: str, language: Language) -> None:
    asked_back = phrase("did you ask", language, title=read_handbook(language)[3].title)

    assert ask(no, language, said_before=talk("...", asked_back)) == phrase("no", language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("what was my first question", ENGLISH),
        ("最初の質問は何でしたか", JAPANESE),
        ("qual foi a minha primeira pergunta", PORTUGUESE),
    ],
)
def test_what_was_said_first_is_remembered(text: str, language: Language) -> None:
    said_before = talk("zebra", "A.", "yak", "B.")

    assert ask(text, language, said_before=said_before) == phrase("first question", language, text="zebra")


@pytest.mark.parametrize(
    ("text", "language"),
    [("what did you just say", ENGLISH), ("もう一度言って", JAPANESE), ("pode repetir", PORTUGUESE)],
)
def test_the_last_answer_is_repeated_when_asked_for(text: str, language: Language) -> None:
    said_before = talk("zebra", "A.", "yak", "B.")

    assert ask(text, language, said_before=said_before) == phrase("last answer", language, text="B.")


def test_of_several_ways_to_have_heard_it_the_familiar_one_is_taken() -> None:
    assert brain_for(ENGLISH).most_familiar(["watt is eco fear", "what is echosphere"]) == "what is echosphere"


def test_of_two_equally_unfamiliar_ways_the_first_is_taken() -> None:
    assert brain_for(ENGLISH).most_familiar(["zzxq", "qxzz"]) == "zzxq"
