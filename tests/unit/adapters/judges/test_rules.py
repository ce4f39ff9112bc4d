"""What the rule judge sees, a rule at a time. What it misses is measured by the report, not listed here."""

from random import Random

import pytest

from echosphere.adapters.judges.rules.judge import RuleJudge
from echosphere.adapters.judges.rules.terms import facts, terms
from echosphere.adapters.judges.rules.words import words_of
from echosphere.domain.evaluation import Metric, Score
from echosphere.domain.judged_talk import JudgedTalk
from echosphere.domain.language import Language
from echosphere.domain.message import Message, Role
from echosphere.domain.verdict_checks import complaints
from evals.labelled.talks import labelled_talks
from tests.examples import a_message, a_session, no_use

pytestmark = pytest.mark.unit
SESSION = a_session()
EN, JA, PT = Language.ENGLISH, Language.JAPANESE, Language.PORTUGUESE
SHOP = "The shop opens at 9. Dogs are not allowed in the shop."


def line(number: int, text: str) -> Message:
    """`-` begins what the persona says, `/` what was cut off of it."""
    role = Role.ASSISTANT if text[0] in "-/" else Role.USER
    text, cut = (text.lstrip("-/ "), text[0] == "/")
    return a_message(SESSION, id=f"m{number}", role=role, text=text, started_s=float(number), interrupted=cut)


def judged(metric: Metric, *lines: str, told: str = SHOP, language: Language = EN) -> Score:
    messages = tuple(line(number, text) for number, text in enumerate(lines, start=1))
    talk = JudgedTalk(language=language, persona_name="Mina", instructions=told, messages=messages)
    return RuleJudge().judge(talk, meter=no_use).of(metric)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("- The shop opens at 9.", 5),
        ("- The shop opens at 11.", 2),
        ("- The shop opens on Monday.", 2),
        ("- Yes, dogs are allowed in the shop.", 2),
        ("- No, dogs are not allowed in the shop.", 5),
        ("- Bananas cost 4 dollars in Norway.", 5),
    ],
)
def test_a_number_a_day_or_a_yes_against_what_it_was_told_is_unfaithful(said: str, value: int) -> None:
    assert judged(Metric.FAITHFULNESS, "Tell me about the shop.", said).value == value


def test_what_the_person_said_may_be_repeated_and_without_instructions_nothing_is_untrue() -> None:
    assert judged(Metric.FAITHFULNESS, "I come to the shop at 11.", "- The shop at 11, fine.").value == 5
    assert judged(Metric.FAITHFULNESS, "When?", "- At 11.", told="").value is None


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        ("- At 9.", 5),
        ("- I don't know, sorry.", 2),
        ("- The shop is a lovely place.", 2),
        ("/ The shop op", 2),
    ],
)
def test_the_last_question_wants_an_answer_that_says_something(answer: str, value: int) -> None:
    score = judged(Metric.GOAL_COMPLETION, "- Hello!", "When does the shop open?", answer)

    assert score.value == value
    assert score.message_ids == (() if value == 5 else ("m2",))


def test_who_asked_nothing_missed_nothing_and_a_question_that_was_made_good_counts_little() -> None:
    assert judged(Metric.GOAL_COMPLETION, "Hello.", "- Hello.").value is None
    assert judged(Metric.GOAL_COMPLETION, "Open?", "- I don't know.", "When do you open?", "- At 9.").value == 4


def test_an_answer_about_something_else_is_shown() -> None:
    score = judged(Metric.RESPONSE_RELEVANCE, "When do you open?", "- Penguins swim beautifully beneath polar ice.")

    assert (score.value, score.message_ids) == (1, ("m2",))


@pytest.mark.parametrize(
    ("language", "first", "last", "values"),
    [
        (EN, "Hello.", "This is terrible, I'm furious.", [3, 1, 1]),
        (EN, "I'm annoyed.", "Thanks, that was kind.", [2, 4, 2]),
        (JA, "こんにちは。", "最悪です。許せません。", [3, 1, 1]),
        (PT, "Olá.", "Que maravilha, adorei!", [3, 5, 3]),
    ],
)
def test_the_mood_is_by_words_at_the_start_at_the_end_and_at_its_lowest(
    language: Language, first: str, last: str, values: list[int]
) -> None:
    metrics = (Metric.SENTIMENT_START, Metric.SENTIMENT_END, Metric.SENTIMENT_LOWEST)

    assert [judged(metric, first, "- OK.", last, language=language).value for metric in metrics] == values


@pytest.mark.parametrize(
    ("between", "after", "value"),
    [
        ("And on Sundays?", "- We are closed then.", 5),
        ("And on Sundays?", "- The shop opens at 9 and closes late.", 2),
        ("Sorry? Say that again.", "- The shop opens at 9 and closes late.", 5),
    ],
)
def test_who_is_interrupted_gives_way_unless_the_same_is_asked_for_again(between: str, after: str, value: int) -> None:
    assert judged(Metric.INTERRUPTIONS_HANDLED, "Hi.", "/ The shop opens at", between, after).value == value


def test_a_talk_without_interruption_and_one_that_ends_with_it_show_no_manners() -> None:
    assert judged(Metric.INTERRUPTIONS_HANDLED, "Hi.", "- Hello.").value is None
    assert judged(Metric.INTERRUPTIONS_HANDLED, "Hi.", "/ The shop opens at").value is None


def test_the_language_is_kept_unless_the_person_changes_it() -> None:
    assert judged(Metric.LANGUAGE_KEPT, "Where are you?", "- この店は駅前です。").value == 1
    assert judged(Metric.LANGUAGE_KEPT, "どこですか。", "- この店は駅前です。").value == 5


def test_numbers_and_days_are_alike_in_every_language() -> None:
    assert facts("It costs 4,500 on Mondays.", EN) == facts("月曜日は４５００円です。", JA) == {"4500", "day 0"}
    assert facts("São duas ou três às segundas, 6:30.", PT) == {"3", "day 0", "6:30"}


def test_words_are_compared_by_their_stems_and_japanese_by_pairs_of_signs() -> None:
    assert terms("Moving the appointments") == terms("It was moved, the appointment")
    assert terms("閲覧室で") == {"閲覧", "覧室"}


def test_a_reason_is_given_in_the_language_of_the_talk() -> None:
    reasons = [judged(Metric.LANGUAGE_KEPT, "OK", "- OK", language=language).reason for language in (JA, EN, PT)]

    assert reasons == [
        "終始、会話の言語で話しました。",
        "Spoke the language of the talk throughout.",
        "Falou a língua da conversa o tempo todo.",
    ]


def test_every_reason_is_there_in_every_language() -> None:
    assert len({frozenset(words_of(language).lists["reasons"]) for language in Language}) == 1


def test_whatever_is_said_a_verdict_holds() -> None:
    chance = Random(1)  # noqa: S311  # the same talks in each run
    said = [
        *(line.text for talk in labelled_talks()[:90] for line in talk.lines),
        "?",
        "…",
        "😀",
        "1,2:3",
        "。。。",
        "’",
    ]
    for _ in range(60):
        lines = [f"{chance.choice(('- ', '/ ', ' '))}{chance.choice(said)}" for _ in range(chance.randint(1, 9))]
        messages = tuple(line(number, text) for number, text in enumerate(lines))
        told, language = chance.choice(said), chance.choice(list(Language))
        talk = JudgedTalk(language=language, persona_name="Mina", instructions=told, messages=messages)

        assert complaints(RuleJudge().judge(talk, meter=no_use), [message.id for message in messages]) == [], lines
