import pytest

from echosphere.domain.egress import EgressStatus
from echosphere.domain.recording import RecordingStatus
from tests.unit.services.recording_stage import set_recording_stage

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("status", [EgressStatus.FAILED, EgressStatus.ABORTED])
def test_a_recorder_that_dies_is_followed_by_another(status: EgressStatus) -> None:
    stage = set_recording_stage()
    stage.begin()

    stage.tell(status, words="pipeline frozen")
    stage.tell(status, attempt=1)

    assert [each.status for each in stage.recordings()] == ["failed", "starting"]
    assert len(stage.recorder.started) == 2


def test_a_recorder_that_dies_and_leaves_a_part_is_told_of_once() -> None:
    stage = set_recording_stage()
    stage.begin()

    stage.tell(EgressStatus.FAILED, attempt=1, file_bytes=9)
    stage.tell(EgressStatus.FAILED, attempt=1, file_bytes=9)

    assert stage.published() == ["RecordingStarted", "SessionStarted", "RecordingCutShort", "RecordingUploaded"]
    assert [each.status for each in stage.recordings()] == ["uploaded", "starting"]


def test_a_death_that_is_told_after_the_file_had_come_is_told_all_the_same() -> None:
    stage = set_recording_stage()
    stage.begin()
    stage.upload()

    stage.tell(EgressStatus.FAILED, attempt=1, file_bytes=9)

    assert stage.published().count("RecordingCutShort") == 1
    assert stage.recordings()[0].ended_early and len(stage.recordings()) == 2


def test_a_recorder_that_reaches_its_limit_leaves_its_file_and_is_followed_by_another() -> None:
    stage = set_recording_stage()
    stage.begin()

    stage.tell(EgressStatus.LIMIT_REACHED, file_bytes=9)
    stage.tell(EgressStatus.LIMIT_REACHED, attempt=1, file_bytes=9)

    assert [each.status for each in stage.recordings()] == ["uploaded", "starting"]


def test_a_recorder_that_ends_with_its_talk_is_followed_by_none() -> None:
    stage = set_recording_stage()

    stage.talk()

    assert [each.status for each in stage.recordings()] == [RecordingStatus.UPLOADED]
    assert stage.published() == ["RecordingStarted", "SessionStarted", "SessionEnded", "RecordingUploaded"]


def test_a_room_that_closes_before_its_session_ends_asks_for_no_new_recorder() -> None:
    stage = set_recording_stage()
    stage.begin()

    stage.tell(EgressStatus.COMPLETE, file_bytes=9)

    assert len(stage.recordings()) == 1


def test_news_of_a_file_that_is_none_of_ours_is_ignored() -> None:
    stage = set_recording_stage()
    stage.start()

    stage.tell(EgressStatus.FAILED, key="somebody/else.mp4")
    stage.tell(EgressStatus.FAILED, key="raw/unknown/001.mp4")

    assert stage.last().status is RecordingStatus.STARTING
