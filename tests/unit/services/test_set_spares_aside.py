"""Two recorders at once, from their files to what is played."""

from dataclasses import replace

import pytest

from echosphere.domain.egress import EgressStatus
from echosphere.domain.recording import RecordingFailure, RecordingStatus
from echosphere.services.activate_session import activate_session
from echosphere.services.read_recording import read_recording
from echosphere.services.reconcile_recordings import reconcile_recordings
from tests.examples import a_member
from tests.unit.services.recording_stage import FILE, HOUR, TALK_S, RecordingStage, set_recording_stage

pytestmark = pytest.mark.unit
LANES = (1, 2)


def recorded_twice() -> RecordingStage:
    """A talk that is over, and of which both recorders stored a whole file."""
    stage = set_recording_stage(recorders=2)
    stage.start()
    for attempt in LANES:
        stage.tell(EgressStatus.ACTIVE, attempt=attempt, started_at=stage.clock.now())
    activate_session(stage.ports, stage.session.id)
    stage.hang_up()
    for attempt in LANES:
        stage.tell(EgressStatus.COMPLETE, attempt=attempt, duration_s=TALK_S, file_bytes=len(FILE))
    return stage


def statuses(stage: RecordingStage) -> list[str]:
    return [each.status.value for each in stage.recordings()]


def test_the_one_that_is_not_needed_is_set_aside_and_is_no_longer_there_to_be_played() -> None:
    stage = recorded_twice()

    for attempt in LANES:
        stage.upload(attempt=attempt)
        stage.be_transcoded(attempt=attempt)

    one, other = stage.recordings()
    assert statuses(stage) == ["ready", "set_aside"]
    assert stage.media.list(one.media_prefix) and not stage.media.list(other.media_prefix)
    assert stage.media.find(other.raw_key), "what was recorded is kept as long as every raw file"


def test_the_first_is_heard_before_the_second_is_made() -> None:
    stage = recorded_twice()

    stage.upload(attempt=1)
    stage.be_transcoded(attempt=1)

    report = read_recording(stage.ports, a_member(workspace_id="workspace-0"), stage.session.id)
    assert (report.status, report.missing) == ("ready", [])


def test_one_that_fails_its_checks_is_told_of_and_the_other_is_kept() -> None:
    stage = recorded_twice()

    stage.upload(b"no media", attempt=1)
    stage.upload(attempt=2)
    stage.be_transcoded(attempt=2)

    assert [each.failure for each in stage.recordings()] == [RecordingFailure.UNREADABLE, None]
    report = read_recording(stage.ports, a_member(workspace_id="workspace-0"), stage.session.id)
    assert (report.status, report.missing) == ("ready", [])


def test_reconciliation_sets_aside_what_a_killed_function_left() -> None:
    stage = recorded_twice()
    for attempt in LANES:
        stage.upload(attempt=attempt)
    stage.be_transcoded(attempt=1)
    stage.be_transcoded(attempt=2)
    aside = stage.last()
    stage.ports.recordings.replace(replace(aside, status=RecordingStatus.READY), was=aside)
    stage.clock.advance(HOUR.total_seconds())

    reconcile_recordings(stage.ports)

    assert statuses(stage) == ["ready", "set_aside"]
