"""What the rule judge sees, a rule at a time. What it misses is measured by the report, not listed here."""

from random import Random

import pytest

from echosphere.adapters.judges.rules.judge import RuleJudge
from echosphere.adapters.judges.rules.terms import facts, sentences, terms
from echosphere.adapters.judges.rules.words import words_of
from echosphere.domain.evaluation import Metric, Score
from echosphere.domain.judged_talk import JudgedTalk
from echosphere.domain.language import Language
from echosphere.domain.message import Message, Role, ToolResult
from echosphere.domain.verdict_checks import complaints
from evals.labelled.talks import labelled_talks
from tests.examples import a_message, a_session, no_use

pytestmark = pytest.mark.unit
SESSION = a_session()
EN, JA, PT = Language.ENGLISH, Language.JAPANESE, Language.PORTUGUESE
SHOP = "The shop opens at 9. Dogs are not allowed in the shop."


def line(number: int, text: str) -> Message:
    """`-` begins what the persona says, `/` what was cut off of it; behind `←` is what a tool gave for it."""
    role = Role.ASSISTANT if text[0] in "-/" else Role.USER
    said, _, result = text.partition(" ← ")
    return a_message(
        SESSION,
        id=f"m{number}",
        role=role,
        text=said.lstrip("-/ "),
        started_s=float(number),
        interrupted=text[0] == "/",
        tool_results=(ToolResult("look_up", result),) if result else (),
    )


def judged(metric: Metric, *lines: str, told: str = SHOP, earlier: str = "", language: Language = EN) -> Score:
    talk = JudgedTalk(
        language=language,
        persona_name="Mina",
        instructions=told,
        messages=tuple(line(number, text) for number, text in enumerate(lines, start=1)),
        earlier_results=(ToolResult("look_up", earlier),) if earlier else (),
    )
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
    ("language", "said", "value"),
    [
        (EN, "- A tune-up costs 45 dollars. ← A tune-up costs 45 dollars and takes two days.", 5),
        (EN, "- A tune-up costs 25 dollars. ← A tune-up costs 45 dollars and takes two days.", 2),
        (EN, "- Yes, electric bicycles are repaired. ← Electric bicycles are not repaired.", 2),
        (EN, "- No, electric bicycles are not repaired. ← Electric bicycles are not repaired.", 5),
        (JA, "- 点検は4500円です。 ← 点検は4500円で、二日かかります。", 5),
        (JA, "- 点検は2500円です。 ← 点検は4500円で、二日かかります。", 2),
        (JA, "- 電動自転車は修理できます。 ← 電動自転車の修理はしていません。", 2),
        (PT, "- A revisão custa 45 reais. ← A revisão custa 45 reais e leva dois dias.", 5),
        (PT, "- A revisão custa 25 reais. ← A revisão custa 45 reais e leva dois dias.", 2),
        (PT, "- Sim, consertamos bicicletas elétricas. ← Não consertamos bicicletas elétricas.", 2),
    ],
)
@pytest.mark.parametrize("told", ["", "You are Mina."])
def test_what_a_tool_gave_is_held_against_what_is_made_of_it(
    language: Language, said: str, value: int, told: str
) -> None:
    score = judged(Metric.FAITHFULNESS, "OK?", said, told=told, language=language)

    assert (score.value, score.message_ids) == (value, () if value == 5 else ("m2",))


def test_a_result_is_ground_for_what_is_said_from_then_on_and_for_nothing_before() -> None:
    looked_up, repeated = "- At 9, the shop opens. ← The shop opens at 9.", "- The shop opens at 9."

    assert judged(Metric.FAITHFULNESS, "When?", looked_up, "Sorry?", repeated, told="You are Mina.").value == 5
    too_early = judged(Metric.FAITHFULNESS, "When?", repeated, "Sure?", looked_up, told="Mina runs a shop.")
    assert (too_early.value, too_early.message_ids) == (2, ("m2",))


def test_what_tools_gave_before_the_part_that_is_judged_is_ground_too() -> None:
    said = ("When?", "- The shop opens at 9.")

    assert judged(Metric.FAITHFULNESS, *said, told="", earlier="The shop opens at 9.").value == 5
    assert judged(Metric.FAITHFULNESS, *said, told="", earlier="The shop opens at 11.").value == 2


def test_before_anything_was_looked_up_nothing_is_untrue_to_it() -> None:
    greeting, looked_up = "- Hello, the shop opens at 11.", "- The shop opens at 9. ← The shop opens at 9."

    assert judged(Metric.FAITHFULNESS, greeting, "When?", looked_up, told="").value == 5


@pytest.mark.parametrize(
    "heard",
    ["/ Electric bicycles are", "/ We take bicycles at 1", "- Did you ask: Are electric bicycles repaired?"],
)
def test_what_was_cut_off_before_its_no_or_in_a_number_and_what_is_asked_claims_nothing(heard: str) -> None:
    told = "Electric bicycles are not repaired. We take bicycles at 10."

    assert judged(Metric.FAITHFULNESS, "Hm?", f"{heard} ← {told}", told="").value == 5


def test_what_is_repeated_word_for_word_is_true_whatever_else_was_looked_up() -> None:
    kept, not_kept = "Talks are kept for a year.", "Talks are not kept for a year by a guest."

    lines = ("And guests?", f"- {not_kept} ← {not_kept}", "And mine?", f"- {kept} ← {kept}")
    assert judged(Metric.FAITHFULNESS, *lines, told="").value == 5


def test_an_answer_out_of_what_was_looked_up_about_the_question_is_an_answer_and_to_the_point() -> None:
    asked, said = "Who looks after bicycles here?", "- Experienced mechanics, trained abroad."
    about_it, about_else = (f"{said} ← {knows}" for knows in ("Bicycles: experienced mechanics.", "Pay mechanics."))

    assert [judged(Metric.GOAL_COMPLETION, asked, each).value for each in (said, about_it, about_else)] == [2, 5, 2]
    assert [judged(Metric.RESPONSE_RELEVANCE, asked, each).value for each in (said, about_it, about_else)] == [1, 5, 1]


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


def test_a_sentence_does_not_end_within_a_number() -> None:
    assert sentences("It is 3.50. Or 4。5円です。") == ["It is 3.50.", "Or 4。", "5円です。"]


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
        lines = [
            f"{chance.choice(('- ', '/ ', ' '))}{chance.choice(said)}{chance.choice(('', f' ← {chance.choice(said)}'))}"
            for _ in range(chance.randint(1, 9))
        ]
        messages = tuple(line(number, text) for number, text in enumerate(lines))
        told, language = chance.choice(said), chance.choice(list(Language))
        earlier = (ToolResult("look_up", chance.choice(said)),)
        talk = JudgedTalk(
            language=language, persona_name="Mina", instructions=told, messages=messages, earlier_results=earlier
        )

        assert complaints(RuleJudge().judge(talk, meter=no_use), [message.id for message in messages]) == [], lines
