"""Two recorders at once, from their files to what is played."""

from dataclasses import replace
from datetime import timedelta

import pytest

from echosphere.domain.egress import EgressStatus
from echosphere.domain.playback import ACCESS_LASTS
from echosphere.domain.recording import RecordingFailure, RecordingStatus
from echosphere.services.activate_session import activate_session
from echosphere.services.read_recording import read_recording
from echosphere.services.reconcile_recordings import reconcile_recordings
from tests.examples import a_member
from tests.unit.services.recording_stage import FILE, HOUR, TALK_S, RecordingStage, set_recording_stage

pytestmark = pytest.mark.unit
LANES = (1, 2)


def recorded_twice(*, first_is_late_s: float = 0) -> RecordingStage:
    """A talk that is over, and of which both recorders stored a whole file."""
    stage = set_recording_stage(recorders=2)
    stage.start()
    for attempt in LANES:
        late = timedelta(seconds=first_is_late_s if attempt == 1 else 0)
        stage.tell(EgressStatus.ACTIVE, attempt=attempt, started_at=stage.clock.now() + late)
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


def replaced_while_it_is_played(stage: RecordingStage) -> None:
    """The first recorder came two seconds late, but its file was made first."""
    for attempt in LANES:
        stage.clock.advance(60)
        stage.upload(attempt=attempt)
        stage.be_transcoded(attempt=attempt)


def test_one_that_was_shown_until_a_better_one_came_stays_as_long_as_somebody_may_play_it() -> None:
    stage = recorded_twice(first_is_late_s=2)

    replaced_while_it_is_played(stage)

    assert statuses(stage) == ["ready", "ready"]
    assert stage.media.list(stage.recordings()[0].media_prefix)


def test_reconciliation_sets_it_aside_when_nobody_can_play_it_any_more() -> None:
    stage = recorded_twice(first_is_late_s=2)
    replaced_while_it_is_played(stage)

    stage.clock.advance(0.9 * ACCESS_LASTS.total_seconds())
    reconcile_recordings(stage.ports)
    assert statuses(stage) == ["ready", "ready"]
    stage.clock.advance(0.2 * ACCESS_LASTS.total_seconds())
    reconcile_recordings(stage.ports)

    assert statuses(stage) == ["set_aside", "ready"]
    assert reconcile_recordings(stage.ports) == 0, "the talk is accounted for"


def test_a_better_one_that_comes_after_the_talk_was_accounted_for_leaves_no_spare_for_ever() -> None:
    stage = recorded_twice(first_is_late_s=2)
    stage.ports.recordings.account_for(stage.session.id)
    replaced_while_it_is_played(stage)

    stage.clock.advance(1.1 * ACCESS_LASTS.total_seconds())
    reconcile_recordings(stage.ports)

    assert statuses(stage) == ["set_aside", "ready"]
