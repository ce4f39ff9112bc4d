"""What a judge says of a talk, as its people read it, and the queue by which it is said."""

from typing import Any

import pytest
from aws_lambda_powertools.utilities.batch.exceptions import BatchProcessingError

from echosphere.adapters.memory.judge import MemoryJudge
from echosphere.domain.errors import JudgeRefused, JudgeUnavailable
from echosphere.domain.evaluation import Flag, Metric
from echosphere.domain.events import EvaluationAsked, Event, SessionEnded
from lambdas.api.handler import handler as api
from lambdas.evaluate_session import handler as evaluating
from tests.examples import RULES, a_judges_use, a_message, a_score, a_verdict
from tests.unit.lambdas.gateway import Gateway
from tests.unit.lambdas.queue import metrics_in, received
from tests.unit.services.stage import Stage

pytestmark = pytest.mark.unit


@pytest.fixture
def judge(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> MemoryJudge:
    judge = MemoryJudge(RULES, lambda _: a_verdict(flags={Flag.TRUNCATED}))
    monkeypatch.setattr(evaluating, "backend_ports", lambda: stage.ports)
    monkeypatch.setattr(evaluating, "judge", lambda: judge)
    return judge


@pytest.fixture
def talk(stage: Stage) -> str:
    """Of `person-1`, with a question of theirs, and over."""
    gateway = Gateway(api)
    started = gateway.post("/api/sessions", {"language": "en-US"}, idempotency_key="a-new-key-0001").json()
    session_id: str = started["session"]["id"]
    stage.ports.sessions.add_message(a_message(stage.ports.sessions.get(session_id), id="message-1"))
    gateway.post(f"/api/sessions/{session_id}/end")
    return session_id


def deliver(stage: Stage, kind: type[Event]) -> object:
    """The last event of the kind, as EventBridge hands it to the queue."""
    event = [each for each in stage.bus.published if isinstance(each, kind)][-1]
    return received(evaluating.handler, {"detail-type": event.detail_type(), "detail": event.detail()})


def read(talk: str, person: str = "person-1") -> Any:  # noqa: ANN401  # foreign JSON
    return Gateway(api, person=person).get(f"/api/sessions/{talk}/evaluation").json()


def test_a_talk_that_ended_is_judged_and_read_with_its_reasons(stage: Stage, judge: MemoryJudge, talk: str) -> None:
    judge.answer = lambda _: a_verdict(a_score(Metric.GOAL_COMPLETION, 1, "message-1"), flags={Flag.TRUNCATED})
    assert read(talk)["status"] == "pending"

    assert deliver(stage, SessionEnded) == {"batchItemFailures": []}

    body = read(talk)
    assert (body["status"], body["messages"], body["flags"]) == ("judged", 1, ["truncated"])
    assert body["overall"] == 3.0  # of a goal that was missed (1) and answers to the point (5)
    assert body["judge"] == {"name": "rules", "kind": "rules", "version": "1"}
    scores = {each["metric"]: each for each in body["scores"]}
    assert set(scores) == set(Metric) and scores["faithfulness"]["value"] is None
    assert scores["goal_completion"] == {
        "metric": "goal_completion",
        "value": 1,
        "reason": "It was said so.",
        "message_ids": ["message-1"],
    }


def test_what_is_judged_and_what_cannot_be_is_counted(
    stage: Stage, judge: MemoryJudge, talk: str, capsys: pytest.CaptureFixture[str]
) -> None:
    deliver(stage, SessionEnded)
    judge.fault = JudgeUnavailable()
    Gateway(api).post(f"/api/sessions/{talk}/evaluation")
    with pytest.raises(BatchProcessingError):
        deliver(stage, EvaluationAsked)

    judged, failed = metrics_in(capsys.readouterr().out)
    assert (judged["judge.talks"], failed["judge.failures"]) == ([1.0], [1.0])
    assert failed["code"] == JudgeUnavailable.code and failed["_aws"]["CloudWatchMetrics"][0]["Dimensions"] == [
        ["service"]
    ]


def test_what_each_asking_cost_is_told_as_cost_of_talks_once(
    stage: Stage, judge: MemoryJudge, talk: str, capsys: pytest.CaptureFixture[str]
) -> None:
    judge.uses, judge.fault = (a_judges_use(),), JudgeUnavailable()
    with pytest.raises(BatchProcessingError):
        deliver(stage, SessionEnded)
    judge.fault = None

    for _ in range(2):
        deliver(stage, SessionEnded)

    costs = [each for each in metrics_in(capsys.readouterr().out) if "session.cost" in each]
    assert [(each["session.cost"], each["service"]) for each in costs] == 2 * [([1_300.0], "talk")]
    cost = Gateway(api).get(f"/api/sessions/{talk}/usage").json()["cost"]
    assert (cost["usd_micros"], cost["lines"][0]["part"]) == (2 * 1_300, "judge")


def test_it_is_judged_again_when_its_person_asks(stage: Stage, judge: MemoryJudge, talk: str) -> None:
    deliver(stage, SessionEnded)

    asked = Gateway(api).post(f"/api/sessions/{talk}/evaluation")
    assert (asked.status, asked.json()["status"], asked.json()["scores"]) == (202, "pending", [])
    deliver(stage, EvaluationAsked)

    assert read(talk)["status"] == "judged" and len(judge.asked) == 2


def test_a_judge_that_is_down_hands_the_work_back_and_the_talk_says_so(
    stage: Stage, judge: MemoryJudge, talk: str
) -> None:
    judge.fault = JudgeUnavailable()

    with pytest.raises(BatchProcessingError):
        deliver(stage, SessionEnded)

    body = read(talk)
    assert (body["status"], body["failure"], body["scores"]) == ("failed", "judge_unavailable", [])


def test_why_a_judge_refused_is_logged_by_its_code_and_no_word_of_the_talk(
    stage: Stage, judge: MemoryJudge, talk: str, caplog: pytest.LogCaptureFixture
) -> None:
    judge.fault = JudgeRefused("AccessDeniedException")

    with pytest.raises(BatchProcessingError):
        deliver(stage, SessionEnded)

    logged = "\n".join(str(vars(record)) for record in caplog.records)
    assert "AccessDeniedException" in logged and talk in logged
    assert "Where are my talks kept?" not in logged


def test_a_talk_in_which_nobody_spoke_is_nothing_to_judge(stage: Stage, judge: MemoryJudge) -> None:
    started = Gateway(api).post("/api/sessions", {"language": "en-US"}, idempotency_key="a-new-key-0001").json()
    Gateway(api).post(f"/api/sessions/{started['session']['id']}/end")

    deliver(stage, SessionEnded)

    assert read(started["session"]["id"])["status"] == "nothing_to_judge"


@pytest.mark.usefixtures("judge")
def test_what_is_said_of_a_talk_is_for_its_people_alone(talk: str) -> None:
    path = f"/api/sessions/{talk}/evaluation"

    for stranger, status in ((Gateway(api, person="person-2"), 404), (Gateway(api, person=None), 401)):
        assert stranger.get(path).status == stranger.post(path).status == status


def test_an_admin_has_the_talks_of_days_judged_again(stage: Stage, judge: MemoryJudge, talk: str) -> None:
    deliver(stage, SessionEnded)
    today = stage.clock.now().date().isoformat()

    asked = Gateway(api).post("/api/evaluations", {"from": today, "to": today})

    assert (asked.status, asked.json()) == (202, {"asked": 1, "next_cursor": None})
    assert read(talk)["status"] == "pending"
    deliver(stage, EvaluationAsked)
    assert read(talk)["status"] == "judged" and len(judge.asked) == 2


@pytest.mark.usefixtures("judge", "talk")
def test_another_workspaces_talks_are_not_judged_again(stage: Stage) -> None:
    today = stage.clock.now().date().isoformat()

    theirs = Gateway(api, person="person-2").post("/api/evaluations", {"from": today, "to": today})

    assert (theirs.status, theirs.json()["asked"]) == (202, 0)


@pytest.mark.parametrize(
    ("first", "last"), [("2026-11-02", "2026-11-01"), ("2026-09-01", "2026-11-01"), ("2026-11-01", "2999-11-01")]
)
def test_days_in_the_wrong_order_too_many_or_to_come_are_refused(stage: Stage, first: str, last: str) -> None:
    answer = Gateway(api).post("/api/evaluations", {"from": first, "to": last})

    assert (answer.status, answer.json()["code"], answer.json()["title"]) == (422, "invalid_period", "No such period")
    assert stage.published() == []
