"""What every judge does: rules, a model on Bedrock, a model on any server that speaks as OpenAI does."""

import asyncio
from dataclasses import replace

import pytest

from echosphere.domain.errors import EchoSphereError, JudgeRefused, JudgeUnavailable, VerdictInvalid
from echosphere.domain.evaluation import Flag, JudgeKind, Metric, Verdict
from echosphere.domain.judged_talk import JudgedTalk
from echosphere.domain.language import Language
from echosphere.domain.message import Role, ToolResult
from echosphere.domain.usage import Part, Use
from echosphere.domain.verdict_checks import complaints
from echosphere.ports import Judge
from tests.contract.judges.answers import a_call, scored
from tests.contract.judges.wire import NOTHING, Mind
from tests.contract.providers.wire.script import Fault
from tests.examples import a_message, a_session

pytestmark = pytest.mark.contract
EVERY_JUDGE = pytest.mark.parametrize("judge", ["rules", "bedrock", "openai"], indirect=True)
MODELS = pytest.mark.parametrize("judge", ["bedrock", "openai"], indirect=True)
SESSION = a_session()
CALM = JudgedTalk(
    language=Language.ENGLISH,
    persona_name="Mina",
    instructions="The shop is closed on Tuesdays.",
    messages=(
        a_message(SESSION, role=Role.ASSISTANT, text="Hello, this is Mina."),
        a_message(SESSION, text="When are you closed?", started_s=2.0),
        a_message(SESSION, role=Role.ASSISTANT, text="The shop is closed on Tuesdays.", started_s=4.0),
    ),
)


async def judged(judge: Judge, talk: JudgedTalk = CALM, uses: list[Use] | None = None) -> Verdict:
    return await asyncio.to_thread(judge.judge, talk, meter=(list[Use]() if uses is None else uses).append)


@EVERY_JUDGE
async def test_a_verdict_holds_and_each_score_has_its_reason(judge: Judge) -> None:
    verdict = await judged(judge)

    assert complaints(verdict, [message.id for message in CALM.messages]) == []
    assert set(verdict.by_metric) == set(Metric) and verdict.of(Metric.LANGUAGE_KEPT).value == 5
    assert verdict.flags == frozenset()


@EVERY_JUDGE
async def test_a_judge_says_who_it_is_and_answers_the_same_when_asked_again(judge: Judge) -> None:
    assert await judged(judge) == await judged(judge)
    assert judge.identity.name and judge.identity.version
    assert judge.identity.kind is (JudgeKind.RULES if judge.identity.name == "rules" else JudgeKind.MODEL)


@EVERY_JUDGE
@pytest.mark.parametrize("role", [Role.USER, Role.ASSISTANT])
async def test_a_part_in_which_one_side_is_silent_is_judged_too(judge: Judge, role: Role) -> None:
    one = JudgedTalk(
        language=Language.JAPANESE,
        persona_name="ミナ",
        instructions="",
        messages=(a_message(SESSION, role=role, text="プールはありますか。"),),
    )

    assert complaints(await judged(judge, one), [one.messages[0].id]) == []


@EVERY_JUDGE
async def test_a_persona_that_was_told_nothing_and_asked_its_tools_is_judged_too(judge: Judge) -> None:
    clock = (ToolResult("clock", "It is 9:00."),)
    said = replace(CALM.messages[2], text="It is 9:00.", tool_results=clock)
    talk = replace(CALM, instructions="", messages=(*CALM.messages[:2], said), earlier_results=clock)

    assert complaints(await judged(judge, talk), [message.id for message in talk.messages]) == []


@MODELS
async def test_a_model_is_asked_at_temperature_zero_and_forced_to_its_tool(judge: Judge, mind: Mind) -> None:
    await judged(judge)

    (asked,) = mind.requests
    config = asked.get("inferenceConfig", asked)
    assert config["temperature"] == 0 and (config.get("maxTokens") or config["max_tokens"]) == 2_000
    if "toolConfig" in asked:
        (tool,) = asked["toolConfig"]["tools"]
        schema = tool["toolSpec"]["inputSchema"]["json"]
        assert asked["toolConfig"]["toolChoice"] == {"tool": {"name": tool["toolSpec"]["name"]}}
    else:
        (tool,) = asked["tools"]
        schema = tool["function"]["parameters"]
        assert asked["tool_choice"]["function"]["name"] == tool["function"]["name"]
        assert (asked["model"], asked["key"]) == ("qwen3:8b", "Bearer a-key")
    assert set(schema["required"]) == {*(metric.value for metric in Metric), "instruction_attempt"}


@MODELS
async def test_what_a_model_quotes_and_flagged_arrives(judge: Judge, mind: Mind) -> None:
    mind.answers = [lambda _: a_call(faithfulness=scored(2, "m3", "m3"), instruction_attempt=True)]

    verdict = await judged(judge)

    assert verdict.of(Metric.FAITHFULNESS).message_ids == (CALM.messages[2].id,)
    assert verdict.of(Metric.GOAL_COMPLETION).value is None
    assert verdict.flags == {Flag.INSTRUCTION_ATTEMPT}


RUBBISH = {
    "talk instead of a call": (NOTHING, "call the tool"),
    "a list": ([1, 2], "call the tool"),
    "a metric left out": ({"instruction_attempt": False}, "faithfulness must have score"),
    "a score out of bounds": (a_call(language_kept=scored(100)), "language_kept must be from 1 to 5"),
    "a score in words": (a_call(language_kept={"score": "5", "reason": "x", "messages": []}), "int_type"),
    "no score where one must be": (a_call(sentiment_end=scored(0)), "sentiment_end must have a score"),
    "a message that was never said": (a_call(language_kept=scored(2, "m9")), "a message that does not exist"),
    "a low score without a proof": (a_call(language_kept=scored(1)), "quotes no message"),
    "something beside": (a_call(language_kept={**scored(5), "bonus": 1}), "extra_forbidden"),
    "a flag in words": (a_call(instruction_attempt="never"), "must be true or false"),
}


@MODELS
@pytest.mark.parametrize("rubbish", RUBBISH)
async def test_rubbish_is_sent_back_once_with_what_is_wrong(judge: Judge, mind: Mind, rubbish: str) -> None:
    answer, complaint = RUBBISH[rubbish]
    mind.answers = [lambda _: answer, lambda _: a_call()]

    verdict = await judged(judge)

    assert verdict.of(Metric.LANGUAGE_KEPT).value == 5
    assert [complaint in told for told in mind.told] == [False, True]
    assert mind.told[1].startswith(mind.told[0])


@MODELS
async def test_each_answer_is_metered_as_its_service_counts_it_also_where_there_is_no_verdict(
    judge: Judge, mind: Mind
) -> None:
    who = {"qwen3:8b": "local"}.get(judge.identity.name, "aws")
    use = Use(part=Part.JUDGE, provider=who, model=judge.identity.name, tokens_in=900, tokens_out=80)
    once, in_vain = list[Use](), list[Use]()

    await judged(judge, uses=once)
    mind.answers = [lambda _: NOTHING]
    with pytest.raises(VerdictInvalid):
        await judged(judge, uses=in_vain)

    assert (once, in_vain) == ([use], [use, use])


@pytest.mark.parametrize("judge", ["rules"], indirect=True)
async def test_rules_use_nothing(judge: Judge) -> None:
    uses = list[Use]()

    await judged(judge, uses=uses)

    assert uses == []


@MODELS
async def test_rubbish_twice_is_no_verdict(judge: Judge, mind: Mind) -> None:
    mind.answers = [lambda _: NOTHING]

    with pytest.raises(VerdictInvalid, match="verdict_invalid"):
        await judged(judge)

    assert len(mind.told) == 2


@MODELS
@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.THROTTLE, JudgeUnavailable),
        (Fault.BROKEN, JudgeUnavailable),
        (Fault.SILENCE, JudgeUnavailable),
        (Fault.REFUSED, JudgeRefused),
    ],
)
async def test_what_goes_wrong_beside_us_has_our_name(
    judge: Judge, mind: Mind, fault: Fault, error: type[EchoSphereError]
) -> None:
    mind.fault = fault

    with pytest.raises(error):
        await judged(judge)
