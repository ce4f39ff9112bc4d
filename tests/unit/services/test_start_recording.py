from dataclasses import replace

import pytest

from echosphere.domain.egress import EgressNews, EgressStatus
from echosphere.domain.errors import RecorderUnavailable
from echosphere.domain.recording import RecordingKind
from echosphere.services.follow_egress import follow_egress
from echosphere.services.start_recording import call_first_recorder
from tests.unit.services.recording_stage import RecordingStage, set_recording_stage

pytestmark = pytest.mark.unit


def test_a_talk_is_recorded_once_however_often_its_room_is_announced() -> None:
    stage = set_recording_stage()

    stage.start()
    stage.start()

    assert stage.recorder.started == [(RecordingKind.AUDIO, f"raw/{stage.session.id}/001.mp4")]
    assert stage.last().egress_id == "EG_1"


def test_a_talk_that_its_owner_keeps_to_themselves_is_not_recorded() -> None:
    stage = set_recording_stage(recorded=False)

    assert stage.start() == [] and not stage.recorder.started


def test_a_talk_that_is_over_is_not_recorded() -> None:
    stage = set_recording_stage()
    stage.hang_up()

    assert stage.start() == [] and not stage.recorder.started


def test_two_recorders_record_the_sound_at_once_where_the_stage_says_so() -> None:
    stage = set_recording_stage(recorders=2)

    stage.start()
    stage.start()
    stage.start(RecordingKind.VIDEO)

    assert [(each.attempt, each.lane, each.kind) for each in stage.recordings()] == [
        (1, 1, "audio"),
        (2, 2, "audio"),
        (3, 1, "video"),
    ]


def test_of_two_recorders_the_one_that_dies_is_followed_by_another_in_its_lane() -> None:
    stage = set_recording_stage(recorders=2)
    stage.start()
    for attempt in (1, 2):
        stage.tell(EgressStatus.ACTIVE, attempt=attempt)

    stage.tell(EgressStatus.FAILED, attempt=1, file_bytes=9)

    assert [(each.lane, each.status) for each in stage.recordings()] == [
        (1, "uploaded"),
        (2, "recording"),
        (1, "starting"),
    ]


def test_both_lanes_are_tried_before_a_recorder_out_of_reach_is_told() -> None:
    stage = set_recording_stage(recorders=2)
    stage.recorder.is_down = True

    with pytest.raises(RecorderUnavailable):
        stage.start()

    assert [each.lane for each in stage.recordings()] == [1, 2]


def test_a_camera_is_recorded_beside_the_sound() -> None:
    stage = set_recording_stage()
    stage.start()

    stage.start(RecordingKind.VIDEO)
    stage.start(RecordingKind.VIDEO)

    assert [(each.attempt, each.kind) for each in stage.recordings()] == [(1, "audio"), (2, "video")]


def test_a_recorder_out_of_reach_is_noted_and_tried_again_with_the_next_news() -> None:
    stage = set_recording_stage()
    stage.recorder.is_down = True
    with pytest.raises(RecorderUnavailable):
        stage.start()
    stage.recorder.is_down = False

    stage.start()

    assert [(each.status, each.failure) for each in stage.recordings()] == [
        ("failed", "not_started"),
        ("starting", None),
    ]
    assert stage.published() == ["RecordingFailed"]


def test_a_recorder_that_refuses_is_noted_with_its_words_and_the_talk_goes_on() -> None:
    stage = set_recording_stage()
    stage.recorder.refuses = "egress is not enabled"

    stage.start()

    assert stage.last().failure_words == "egress is not enabled"


def test_after_five_attempts_it_is_left_alone() -> None:
    stage = set_recording_stage()
    stage.recorder.refuses = "no"

    for _ in range(7):
        stage.start()

    assert len(stage.recordings()) == 5


def test_five_lost_attempts_at_sound_leave_five_for_video() -> None:
    stage = set_recording_stage()
    stage.recorder.refuses = "no"
    for _ in range(6):
        stage.start()

    stage.start(RecordingKind.VIDEO)

    assert stage.last().kind is RecordingKind.VIDEO


def test_one_that_was_stored_and_never_started_is_started_by_the_next_news() -> None:
    stage = set_recording_stage()
    stage.start()
    starting = stage.last()
    lost = replace(starting, egress_id=None, revision=starting.revision + 1)
    stage.ports.recordings.replace(lost, was=starting)
    stage.recorder.egresses.clear()

    stage.start()  # its own function may still be at it
    assert stage.last().egress_id is None
    stage.clock.advance(31)
    stage.start()

    assert (stage.last().attempt, stage.last().egress_id) == (1, "EG_2")


class Killed(BaseException):
    """What nothing of ours catches."""


def kill_at_the_first_call(stage: RecordingStage, monkeypatch: pytest.MonkeyPatch) -> None:
    def be_killed(**_: object) -> str:
        raise Killed

    with monkeypatch.context() as once:
        once.setattr(stage.recorder, "start", be_killed)
        with pytest.raises(Killed):
            call_first_recorder(stage.ports, stage.session, within_s=2)


def test_one_whose_function_was_killed_is_started_by_the_news_that_come_a_moment_after_its_patience(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stage = set_recording_stage()
    kill_at_the_first_call(stage, monkeypatch)

    stage.clock.advance(2.5)
    stage.start()
    assert stage.recorder.started == [], "LiveKit may not have told of it yet"
    stage.clock.advance(1)
    stage.start()

    assert stage.recorder.started == [(RecordingKind.AUDIO, f"raw/{stage.session.id}/001.mp4")]


def test_two_news_at_once_start_one_recorder_in_the_place_of_the_killed_one(monkeypatch: pytest.MonkeyPatch) -> None:
    stage = set_recording_stage()
    kill_at_the_first_call(stage, monkeypatch)
    stage.clock.advance(4)
    start = stage.recorder.start

    def start_while_more_news_come(*, room_name: str, kind: RecordingKind, key: str, within_s: float) -> str:
        stage.start()
        return start(room_name=room_name, kind=kind, key=key, within_s=within_s)

    monkeypatch.setattr(stage.recorder, "start", start_while_more_news_come)
    stage.start()

    assert len(stage.recorder.started) == 1


def test_of_two_that_found_it_at_once_the_slower_one_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stage = set_recording_stage()
    kill_at_the_first_call(stage, monkeypatch)
    stage.clock.advance(4)
    look = stage.recorder.list

    def look_while_the_other_starts(room_name: str) -> list[EgressNews]:
        monkeypatch.setattr(stage.recorder, "list", look)
        found = look(room_name)
        stage.start()
        return found

    monkeypatch.setattr(stage.recorder, "list", look_while_the_other_starts)
    stage.start()

    assert len(stage.recorder.started) == 1


def test_a_recorder_whose_news_were_faster_than_its_answer_is_not_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    stage = set_recording_stage()
    start = stage.recorder.start

    def answer_too_late(*, room_name: str, kind: RecordingKind, key: str, within_s: float) -> str:
        egress_id = start(room_name=room_name, kind=kind, key=key, within_s=within_s)
        news = EgressNews(egress_id=egress_id, key=key, status=EgressStatus.ACTIVE)
        follow_egress(stage.ports, news)
        raise RecorderUnavailable

    monkeypatch.setattr(stage.recorder, "start", answer_too_late)

    with pytest.raises(RecorderUnavailable):
        stage.start()

    assert (stage.last().status, stage.last().egress_id) == ("recording", "EG_1")


def test_one_whose_answer_was_lost_is_found_running_and_not_started_twice() -> None:
    stage = set_recording_stage()
    stage.start()
    starting = stage.last()
    lost = replace(starting, egress_id=None, revision=starting.revision + 1)
    stage.ports.recordings.replace(lost, was=starting)
    stage.clock.advance(31)

    stage.start()

    assert stage.last().egress_id == "EG_1" and len(stage.recorder.started) == 1
