"""What the queue of talks that are over hands over, and what metrics come of it."""

from dataclasses import replace
from typing import Any

import pytest

from echosphere.domain.cost import CostPart
from echosphere.domain.evaluation import EvaluationFailure, Metric
from echosphere.domain.events import EvaluationCompleted, EvaluationFailed, Event, RecordingReady, SessionEnded
from echosphere.domain.moment import to_text
from echosphere.domain.recording import RecordingStatus
from echosphere.domain.session import EndReason, Session
from echosphere.domain.usage import Part, Use
from echosphere.services.activate_session import activate_session
from echosphere.services.end_session import end_session
from lambdas.count_talk import handler as count
from tests.examples import NINE_O_CLOCK, a_judges_use, a_recording, a_turn, a_usage, a_verdict, an_evaluation
from tests.unit.lambdas.queue import metrics_in, received
from tests.unit.services.stage import Stage, set_stage

pytestmark = pytest.mark.unit
TODAY = NINE_O_CLOCK.date().isoformat()


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    stage = set_stage()
    monkeypatch.setattr(count, "backend_ports", lambda: stage.ports)
    return stage


def held(stage: Stage) -> Session:
    activate_session(stage.ports, stage.session.id)
    stage.ports.turns.put(a_turn(stage.session, heard_until_s=2.0, answered_s=2.9, interrupted=True))
    stage.ports.turns.put(a_turn(stage.session, heard_until_s=9.0, answered_s=10.2, voiced_s=None))
    return end_session(stage.ports, stage.session.id, reason=EndReason.HUNG_UP)


def told(event: Event) -> dict[str, Any]:
    return {"detail-type": event.detail_type(), "detail": event.detail()}


def dimensions_of(line: dict[str, Any]) -> list[list[str]]:
    (metrics,) = line["_aws"]["CloudWatchMetrics"]
    dimensions: list[list[str]] = metrics["Dimensions"]
    return dimensions


def test_a_talk_that_ended_is_counted_once_and_told_as_metrics_once(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    ended = told(SessionEnded.of(held(stage)))

    assert received(count.handler, ended, ended) == {"batchItemFailures": []}

    (day,) = stage.ports.days.list_days(stage.session.workspace_id, from_day=TODAY, to_day=TODAY)
    counts, latencies, cost = metrics_in(capsys.readouterr().out)
    assert day.sessions == 1
    assert (counts["session.count"], counts["session.barge_ins"], counts["session.errors"]) == ([1.0], [1.0], [0.0])
    assert latencies["voice.latency.v2v"] == [900.0, 1200.0]
    assert len(latencies["voice.latency.tts"]) == 1
    assert (cost["session.cost"], cost["aws.cost.daily"]) == ([0.0], [0.0])


def test_the_days_cost_of_aws_is_of_what_aws_was_asked_for_and_each_talk_is_in_it_once(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    activate_session(stage.ports, stage.session.id)
    elsewhere = Use(part=Part.VOICE, provider="elevenlabs", model="eleven_flash_v2_5", characters=1_000)
    here = Use(part=Part.VOICE, provider="aws", model="neural", characters=1_000)
    stage.ports.usage.put(replace(a_usage(stage.session), uses=(elsewhere, here)))
    ended = told(SessionEnded.of(end_session(stage.ports, stage.session.id, reason=EndReason.HUNG_UP)))

    received(count.handler, ended, ended)

    costs = [line for line in metrics_in(capsys.readouterr().out) if "aws.cost.daily" in line]
    assert [(line["session.cost"], line["aws.cost.daily"]) for line in costs] == [([66_000.0], [16_000.0])]
    assert all(dimensions_of(line) == [["service"]] for line in costs)


def test_a_question_after_which_nothing_was_heard_is_told_as_not_answered(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    stage.ports.turns.put(a_turn(stage.session, answered_s=None))

    received(count.handler, told(SessionEnded.of(held(stage))))

    counts, *_ = metrics_in(capsys.readouterr().out)
    assert (counts["session.turns"], counts["session.unanswered"]) == ([3.0], [1.0])


def test_latencies_are_told_together_and_by_language_and_nothing_by_person(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    received(count.handler, told(SessionEnded.of(held(stage))))

    lines = metrics_in(capsys.readouterr().out)
    counts, latencies, cost = ([sorted(each) for each in dimensions_of(line)] for line in lines)
    assert latencies == [["language", "service"], ["service"]] and counts == cost == [["service"]]
    assert {line["service"] for line in lines} == {"talk"} and lines[1]["language"] == "en-US"
    told_values = {str(value) for line in lines for value in line.values()}
    assert not {stage.session.id, stage.session.person_id, stage.session.workspace_id} & told_values


def test_a_talk_without_turns_has_no_latencies(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    activate_session(stage.ports, stage.session.id)
    silent = end_session(stage.ports, stage.session.id, reason=EndReason.HUNG_UP)

    received(count.handler, told(SessionEnded.of(silent)))

    assert [list(line)[-1] for line in metrics_in(capsys.readouterr().out)] == ["session.incidents", "aws.cost.daily"]


def test_a_recording_that_is_ready_adds_its_cost(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    session = held(stage)
    recording = a_recording(session, status=RecordingStatus.READY, duration_s=60.0)
    stage.ports.recordings.create(recording)

    received(count.handler, told(RecordingReady.of(recording)))

    (day,) = stage.ports.days.list_days(session.workspace_id, from_day=TODAY, to_day=TODAY)
    (line,) = metrics_in(capsys.readouterr().out)
    assert sum(day.cost.values()) == 4 * 2_900 == line["session.cost"][0] == line["aws.cost.daily"][0]


def test_what_a_judge_said_is_in_the_figures_of_the_talks_day(stage: Stage) -> None:
    session = held(stage)
    evaluation = an_evaluation(session).settle(a_verdict(), messages=2, at=NINE_O_CLOCK)
    stage.ports.evaluations.save(evaluation, was=None)
    completed = told(EvaluationCompleted.of(evaluation, None))

    assert received(count.handler, completed, completed) == {"batchItemFailures": []}

    (day,) = stage.ports.days.list_days(session.workspace_id, from_day=TODAY, to_day=TODAY)
    assert (day.opinions.judged, day.opinions.scores[Metric.GOAL_COMPLETION].mean) == (1, 5.0)


def test_what_a_judge_used_in_vain_is_in_the_cost_of_the_talks_day_once(stage: Stage) -> None:
    session = held(stage)
    evaluation = an_evaluation(session).fail(EvaluationFailure.VERDICT_INVALID, at=NINE_O_CLOCK, uses=[a_judges_use()])
    stage.ports.evaluations.save(evaluation, was=None)
    failed = told(EvaluationFailed.of(evaluation, None))

    assert received(count.handler, failed, failed) == {"batchItemFailures": []}

    (day,) = stage.ports.days.list_days(session.workspace_id, from_day=TODAY, to_day=TODAY)
    assert (day.opinions.judged, day.cost) == (0, {CostPart.JUDGE: 1_300})


def test_a_talk_that_is_deleted_meanwhile_holds_up_nothing(stage: Stage) -> None:
    gone = SessionEnded(
        session_id="gone",
        workspace_id="workspace-0",
        occurred_at=to_text(NINE_O_CLOCK),
        reason="hung_up",
        duration_s=1.0,
    )

    assert received(count.handler, told(gone)) == {"batchItemFailures": []}
