import pytest

from agent_container.brain.phrases import phrase
from agent_container.brain.skills.this_talk import RECALL, answer
from echosphere.domain.language import Language
from tests.unit.agent_container.brain.asking import question, talk

pytestmark = pytest.mark.unit
# Four utterances, thirty seconds apart: the first of them two minutes ago.
TALK = talk("zebra", "A.", "yak", "B.")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("title", "name", "fields"),
    [
        ("first question", "first question", {"text": "zebra"}),
        ("last question", "last question", {"text": "yak"}),
        ("last answer", "last answer", {"text": "B."}),
        ("how many questions", "how many questions", {"count": 2}),
        ("how long", "how long", {"minutes": 2, "seconds": 0}),
        ("what about", "what about", {"texts": "zebra; yak"}),
    ],
)
def test_what_was_said_in_this_talk_is_recalled(
    language: Language, title: str, name: str, fields: dict[str, object]
) -> None:
    recalled = answer(question("", language, said_before=TALK, likeness={title: 0.8}))

    assert recalled.text == phrase(name, language, **fields)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("my second one", Language.ENGLISH),
        ("a minha segunda", Language.PORTUGUESE),
        ("二番目の質問", Language.JAPANESE),
    ],
)
def test_an_ordinal_picks_its_question(text: str, language: Language) -> None:
    recalled = answer(question(text, language, said_before=TALK, likeness={"first question": 0.8}))

    assert recalled.text == phrase("earlier question", language, text="yak")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("my third question", Language.ENGLISH),
        ("my tenth question", Language.ENGLISH),
        ("a minha terceira pergunta", Language.PORTUGUESE),
    ],
)
def test_a_question_that_was_never_asked_is_said_to_be_missing(text: str, language: Language) -> None:
    recalled = answer(question(text, language, said_before=TALK, likeness={"first question": 0.8}))

    assert recalled.text == phrase("no such question", language, count=2)


def test_one_question_is_counted_in_the_singular() -> None:
    recalled = answer(question("", said_before=talk("zebra", "A."), likeness={"how many questions": 0.8}))

    assert recalled.text == phrase("one question", Language.ENGLISH)


def test_a_look_back_names_the_last_three_questions_only() -> None:
    said_before = talk("ant", "A.", "bee", "B.", "cat", "C.", "dog", "D.")

    recalled = answer(question("", said_before=said_before, likeness={"what about": 0.8}))

    assert recalled.text == phrase("what about", Language.ENGLISH, texts="bee; cat; dog")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("title", ["first question", "last question", "what about"])
def test_nothing_is_made_up_when_nothing_was_asked_before(title: str, language: Language) -> None:
    assert answer(question("", language, likeness={title: 0.8})).text == phrase("nothing asked before", language)


def test_nothing_is_repeated_when_nothing_was_said() -> None:
    assert answer(question("", likeness={"last answer": 0.8})).text == phrase("nothing said", Language.ENGLISH)


@pytest.mark.parametrize("title", RECALL)
def test_it_is_as_sure_as_the_question_is_alike(title: str) -> None:
    assert answer(question("", said_before=TALK, likeness={title: 0.6})).certainty == 0.6
