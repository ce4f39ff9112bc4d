"""What the offline brain says out of its handbook is true to it, whole or cut off; what is said beside it is not."""

import pytest

from agent_container.brain.handbook import read_handbook
from echosphere.adapters.judges.rules.judge import RuleJudge
from echosphere.domain.evaluation import Metric, Score
from echosphere.domain.instruction_attempts import is_instruction_attempt
from echosphere.domain.judged_talk import JudgedTalk
from echosphere.domain.language import Language
from echosphere.domain.message import Message, Role, ToolResult
from tests.examples import a_message, a_session, no_use

pytestmark = pytest.mark.talk
SESSION = a_session()
COST = {
    Language.ENGLISH: ("At most three cents for a minute.", "At most nine cents for a minute."),
    Language.JAPANESE: ("料金は、1分あたり最大3セントです。", "料金は、1分あたり最大9セントです。"),
    Language.PORTUGUESE: ("No máximo três centavos por minuto.", "No máximo nove centavos por minuto."),
}


def answer(text: str, given: str, *, cut: bool = False) -> Message:
    return a_message(
        SESSION, role=Role.ASSISTANT, text=text, interrupted=cut, tool_results=(ToolResult("look_up", given),)
    )


def faithfulness(language: Language, *messages: Message) -> Score:
    talk = JudgedTalk(language=language, persona_name="EchoSphere", instructions="", messages=messages)
    return RuleJudge().judge(talk, meter=no_use).of(Metric.FAITHFULNESS)


@pytest.mark.parametrize("language", Language)
def test_a_talk_through_the_whole_handbook_is_true_to_it(language: Language) -> None:
    whole = [answer(entry.answer, entry.answer) for entry in read_handbook(language)]

    assert faithfulness(language, *whole).value == 5


@pytest.mark.parametrize("language", Language)
def test_an_answer_of_the_handbook_may_be_cut_off_anywhere(language: Language) -> None:
    for entry in read_handbook(language):
        cut = [answer(entry.answer[:end], entry.answer, cut=True) for end in range(1, len(entry.answer), 7)]

        assert faithfulness(language, *cut).value == 5, entry.title


@pytest.mark.parametrize("language", Language)
def test_another_price_than_the_one_that_was_looked_up_is_unfaithful(language: Language) -> None:
    looked_up, invented = COST[language]

    assert faithfulness(language, answer(looked_up, looked_up)).value == 5
    assert faithfulness(language, answer(invented, looked_up)).value == 2


@pytest.mark.parametrize("language", Language)
def test_no_entry_reads_like_an_attempt_upon_the_judge(language: Language) -> None:
    assert [entry.title for entry in read_handbook(language) if is_instruction_attempt(entry.answer)] == []
