"""The judge is away, broken, silent or talks rubbish: what the page says, and that the talk is judged once, later."""

from collections.abc import Iterator
from contextlib import ExitStack
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from local.readiness import wait_until
from stacks.judge_stage import JudgeStage
from tests.end_to_end.person import Person
from tests.faults.fake_judge import GOOD, TOKENS_IN, TOKENS_OUT, FakeJudge, Trouble
from tests.faults.stored import day_of, evaluation, items, usage
from tests.faults.work_queue import WorkQueue, redrive
from tests.function_variables import with_variables
from tests.platform import Platform

pytestmark = pytest.mark.end_to_end

MODEL = "stand-in:8b"
# Who reads whose word counts, and who asks.
KNOW_THE_JUDGE = ("api", "evaluate_session")
TRIES = 3
# Instead of half an hour. Longer than a judge is waited for, so that no try is doubled.
COMES_BACK_S, COMES_BACK_FROM_SILENCE_S = 20, 50
TOLD_MS = 90_000
DEAD_S = 60 + TRIES * COMES_BACK_S
JUDGED_S = 60
PAGE_ASKS_MS = 45_000  # it asks each half minute
COUNTED_S = 180
NO_ANSWER, NOT_HELD = "The judge did not answer.", "What the judge answered did not hold."


@pytest.fixture(scope="module")
def judge(platform: Platform) -> Iterator[FakeJudge]:
    """As a stage has it that names one of its own."""
    with ExitStack() as around:
        judge = FakeJudge()
        around.enter_context(judge.standing())
        stage = JudgeStage(judge="openai", judge_model=MODEL, judge_endpoint=f"{judge.address}/v1")
        for function in KNOW_THE_JUDGE:
            around.enter_context(with_variables(platform, function, stage.judge_environment))
        yield judge


@pytest.fixture(autouse=True)
def well_again(judge: FakeJudge) -> Iterator[None]:
    """Whatever a test saw of it."""
    yield
    judge.is_well()


@pytest.fixture
def to_judge(platform: Platform) -> Iterator[WorkQueue]:
    queue = WorkQueue(platform, platform.outputs.get("judge", "EvaluateSessionQueueUrl"))
    wait_until(lambda: queue.waiting == 0, what="other talks", within_s=JUDGED_S)
    queue.forget_dead_letters()
    with queue.impatient(VisibilityTimeout=COMES_BACK_S):
        yield queue


@pytest.fixture
def to_count(platform: Platform) -> WorkQueue:
    return WorkQueue(platform, platform.outputs.get("figures", "CountTalkQueueUrl"))


@pytest.fixture
def newcomer(stranger: Person, platform: Platform) -> Person:
    """In a workspace of their own, of which nothing is counted yet."""
    stranger.sign_in(platform.another_person(f"judged-{uuid4().hex[:8]}@echosphere.local"))
    return stranger


def held_talk(person: Person) -> str:
    """Hung up, and open on its page."""
    session_id = person.start_talk("en-US")
    person.hear_greeting()
    assert "42" in person.type("What is seven times six?")
    person.hang_up()
    return session_id


def expect_failed(person: Person, session_id: str, *, failure: str, words: str) -> None:
    card = person.page.locator("[data-evaluation=failed]")
    expect(card).to_contain_text(f"The talk could not be judged. {words}", timeout=TOLD_MS)
    told = evaluation(person, session_id)
    assert (told["status"], told["failure"], told["scores"]) == ("failed", failure, [])


def expect_judged(person: Person, session_id: str) -> None:
    wait_until(lambda: evaluation(person, session_id)["status"] == "judged", what="the judge's word", within_s=JUDGED_S)
    told = evaluation(person, session_id)
    assert (told["judge"]["name"], told["failure"], told["overall"]) == (MODEL, None, GOOD)
    judged = person.page.locator("[data-evaluation=judged]")
    expect(judged).to_contain_text(f"Judged by {MODEL}, a language model.", timeout=PAGE_ASKS_MS)


def until_dead(queue: WorkQueue) -> None:
    wait_until(lambda: queue.dead == 1, what="the dead letters", within_s=DEAD_S)


def judges_use(person: Person, session_id: str) -> tuple[int, int]:
    """Tokens in and out."""
    told = [use for use in usage(person, session_id)["uses"] if use["part"] == "judge"]
    return sum(use["tokens_in"] for use in told), sum(use["tokens_out"] for use in told)


@pytest.mark.parametrize("trouble", [Trouble.AWAY, Trouble.BROKEN, Trouble.RUBBISH])
def test_a_talk_whose_judge_did_not_answer_is_judged_once_when_it_is_handed_back(
    newcomer: Person, platform: Platform, judge: FakeJudge, to_judge: WorkQueue, trouble: Trouble
) -> None:
    judge.is_in(trouble)
    asked = judge.asked
    session_id = held_talk(newcomer)

    expect_failed(newcomer, session_id, failure="judge_unavailable", words=NO_ANSWER)
    until_dead(to_judge)
    assert judge.asked - asked == (0 if trouble is Trouble.AWAY else TRIES)

    judge.is_well()
    redrive(platform, "evaluate-session")

    expect_judged(newcomer, session_id)
    assert len(items(platform, session_id, "EVALUATION")) == 1
    assert judges_use(newcomer, session_id) == (TOKENS_IN, TOKENS_OUT)
    assert (to_judge.waiting, to_judge.dead) == (0, 0)


def test_what_never_held_is_paid_for_and_a_talk_that_is_told_of_twice_is_judged_and_counted_once(
    newcomer: Person, platform: Platform, judge: FakeJudge, to_judge: WorkQueue, to_count: WorkQueue
) -> None:
    judge.is_in(Trouble.OUT_OF_BOUNDS)
    asked = judge.asked
    session_id = held_talk(newcomer)

    expect_failed(newcomer, session_id, failure="verdict_invalid", words=NOT_HELD)
    until_dead(to_judge)
    ended = to_judge.a_dead_letter()
    assert judge.asked - asked == 2 * TRIES, "each verdict is sent back once"

    judge.is_well()
    redrive(platform, "evaluate-session")
    expect_judged(newcomer, session_id)
    answers = 2 * TRIES + 1
    assert judges_use(newcomer, session_id) == (answers * TOKENS_IN, answers * TOKENS_OUT)
    wait_until(lambda: is_counted(newcomer, session_id), what="the day's figures", within_s=COUNTED_S)
    once = (evaluation(newcomer, session_id), usage(newcomer, session_id), day_of(newcomer, session_id))
    opinions = once[2]["opinions"]
    assert (opinions["judged"], opinions["judged_by_rules"], opinions["judges"]) == (1, 0, {MODEL: 1})
    assert opinions["means"]["goal_completion"] == {"mean": GOOD, "count": 1}

    for queue in (to_judge, to_count):
        queue.send(ended)
    wait_until(lambda: to_judge.waiting == to_count.waiting == 0, what="what was told twice", within_s=COUNTED_S)

    assert judge.asked - asked == answers
    assert (evaluation(newcomer, session_id), usage(newcomer, session_id), day_of(newcomer, session_id)) == once
    assert len(items(platform, session_id, "EVALUATION")) == 1


def is_counted(person: Person, session_id: str) -> bool:
    """All of it, with its recording: the day costs what the talk costs, here and on AWS."""
    day, talk = day_of(person, session_id), usage(person, session_id)
    judged = [line["usd_micros"] for line in talk["on_aws"]["lines"] if line["part"] == "judge"]
    return (
        day["opinions"]["judged"] == 1
        and sum(judged) > 0
        and (day["usd_micros"], day["on_aws_usd_micros"]) == (talk["cost"]["usd_micros"], talk["on_aws"]["usd_micros"])
    )


def test_a_judge_that_is_silent_is_not_waited_for_and_asked_again_by_itself(
    newcomer: Person, platform: Platform, judge: FakeJudge, to_judge: WorkQueue
) -> None:
    judge.is_in(Trouble.SILENT)
    asked = judge.asked
    with to_judge.impatient(VisibilityTimeout=COMES_BACK_FROM_SILENCE_S):
        session_id = held_talk(newcomer)
        expect_failed(newcomer, session_id, failure="judge_unavailable", words=NO_ANSWER)
        assert judge.held == 1

        judge.is_well()  # whoever left long ago is answered, too

        expect_judged(newcomer, session_id)
    assert judge.asked - asked == 2
    assert judges_use(newcomer, session_id) == (TOKENS_IN, TOKENS_OUT)
    assert (len(items(platform, session_id, "EVALUATION")), to_judge.dead) == (1, 0)
