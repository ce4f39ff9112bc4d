import pytest

from echosphere.domain.coverage import Gap
from echosphere.domain.egress import EgressStatus
from echosphere.domain.errors import SessionNotFound
from echosphere.services.read_recording import RecordingReport, read_recording
from tests.examples import a_member
from tests.unit.services.recording_stage import FILE, RecordingStage, set_recording_stage

pytestmark = pytest.mark.unit
OWNER = a_member(workspace_id="workspace-0")


def report(stage: RecordingStage) -> RecordingReport:
    return read_recording(stage.ports, OWNER, stage.session.id)


def test_the_words_for_how_it_stands_follow_the_talk() -> None:
    stage = set_recording_stage()
    seen = [report(stage).status]
    stage.begin()
    seen.append(report(stage).status)
    stage.hang_up()
    stage.upload()
    seen.append(report(stage).status)
    stage.be_transcoded()
    seen.append(report(stage).status)

    assert seen == ["none", "recording", "processing", "ready"]
    assert report(stage).missing == []


def test_a_talk_that_was_not_to_be_recorded_misses_nothing() -> None:
    stage = set_recording_stage(recorded=False)
    stage.hang_up()

    assert (report(stage).status, report(stage).missing) == ("off", [])


def test_a_part_says_where_it_lies_in_the_talk() -> None:
    stage = set_recording_stage()
    stage.start()
    stage.tell(EgressStatus.ACTIVE, started_at=stage.clock.now())
    stage.clock.advance(1.25)
    stage.begin_without_a_recorder()

    assert report(stage).parts[0].offset_s == -1.25


def test_a_recorder_that_died_leaves_a_gap_with_its_reason_until_the_next_began() -> None:
    stage = set_recording_stage()
    stage.begin()
    stage.clock.advance(10)
    stage.tell(EgressStatus.ABORTED)
    stage.clock.advance(3)
    stage.tell(EgressStatus.ACTIVE, started_at=stage.clock.now())
    stage.hang_up(after_s=7)
    stage.tell(EgressStatus.COMPLETE, duration_s=7.0, file_bytes=len(FILE))

    assert report(stage).missing == [Gap(code="recorder_died", from_s=0.0, to_s=13.0)]


def test_what_a_dying_recorder_left_is_heard_and_the_rest_says_why_it_is_missing() -> None:
    stage = set_recording_stage()
    stage.begin()
    stage.clock.advance(10)
    stage.tell(EgressStatus.FAILED, duration_s=9.0, file_bytes=len(FILE))
    stage.clock.advance(3)
    stage.tell(EgressStatus.ACTIVE, started_at=stage.clock.now())
    stage.hang_up(after_s=7)
    stage.tell(EgressStatus.COMPLETE, duration_s=7.0, file_bytes=len(FILE))

    assert report(stage).missing == [Gap(code="recorder_died", from_s=9.0, to_s=13.0)]


def test_a_talk_of_which_nothing_was_recorded_is_missing_from_end_to_end() -> None:
    stage = set_recording_stage()
    stage.recorder.refuses = "no"
    stage.begin_without_a_recorder()
    stage.hang_up(after_s=5)

    assert report(stage).status == "failed"
    assert report(stage).missing == [Gap(code="not_started", from_s=0.0, to_s=5.0)]


def test_a_talk_of_others_is_unknown() -> None:
    stage = set_recording_stage()

    with pytest.raises(SessionNotFound):
        read_recording(stage.ports, a_member(), stage.session.id)
