"""Consumers that we do not know rely on these bodies. A changed example is a broken contract: make a new version."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from echosphere.domain.evaluation import EvaluationFailure, Flag
from echosphere.domain.events import (
    EVENTS,
    EvaluationAsked,
    EvaluationCompleted,
    EvaluationFailed,
    Event,
    ExportAsked,
    PersonLeft,
    RecordingCutShort,
    RecordingFailed,
    RecordingReady,
    RecordingStarted,
    RecordingUploaded,
    SessionEnded,
    SessionFailed,
    SessionStarted,
)
from echosphere.domain.recording import RecordingFailure
from echosphere.domain.session import EndReason, FailureReason
from tests.examples import NINE_O_CLOCK, a_member, a_recording, a_session, a_verdict, an_evaluation

pytestmark = pytest.mark.unit
EXAMPLES = Path(__file__).parent / "events"

active = a_session(id="session-1", workspace_id="workspace-1").activate(at=NINE_O_CLOCK)
later = NINE_O_CLOCK + timedelta(seconds=61.5)
recorded = a_recording(active, changed_at=later, duration_s=61.5, failure=RecordingFailure.NOT_STARTED)
asked = an_evaluation(active, changed_at=later)
judged = asked.settle(a_verdict(flags={Flag.INSTRUCTION_ATTEMPT}), messages=2, at=later)
MADE: list[Event] = [
    SessionStarted.of(active),
    SessionEnded.of(active.end(at=later, reason=EndReason.HUNG_UP)),
    SessionFailed.of(active.fail(at=later, reason=FailureReason.AGENT_LOST)),
    RecordingStarted.of(recorded),
    RecordingUploaded.of(recorded),
    RecordingCutShort.of(recorded),
    RecordingReady.of(recorded),
    RecordingFailed.of(recorded),
    EvaluationAsked.of(asked, active.trace),
    EvaluationCompleted.of(judged, active.trace),
    EvaluationFailed.of(asked.fail(EvaluationFailure.JUDGE_REFUSED, at=later), active.trace),
    PersonLeft.of(a_member(workspace_id="workspace-1", person_id="person-1"), at=later),
    ExportAsked.of(a_member(workspace_id="workspace-1", person_id="person-1"), export_id="export-1", at=later),
]
NAMES = [event.detail_type() for event in MADE]


@pytest.mark.parametrize("event", MADE, ids=NAMES)
def test_an_event_looks_as_promised(event: Event) -> None:
    promised = json.loads((EXAMPLES / f"{event.detail_type()}.v{event.version}.json").read_text())

    assert {**event.detail(), "event_id": "0"} == promised


@pytest.mark.parametrize("event", MADE, ids=NAMES)
def test_a_field_from_a_newer_publisher_is_ignored(event: Event) -> None:
    assert type(event).from_detail({**event.detail(), "tomorrow": 1}) == event


def test_every_event_has_a_promise() -> None:
    promised = {path.name.split(".")[0] for path in EXAMPLES.glob("*.json")}

    assert promised == set(EVENTS) == {event.detail_type() for event in MADE}


@pytest.mark.parametrize("event", MADE, ids=NAMES)
def test_no_event_carries_a_person_or_a_room(event: Event) -> None:
    body = json.dumps(event.detail())

    assert a_verdict().scores[0].reason not in body
    assert active.person_id not in body
    assert active.room_name not in body
