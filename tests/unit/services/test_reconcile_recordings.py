"""Whatever was lost on the way, an hour later every talk is accounted for."""

from dataclasses import replace
from datetime import timedelta
from typing import BinaryIO

import pytest

from echosphere.domain.egress import EgressNews, EgressStatus
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.loudness import Loudness
from echosphere.domain.recording import RecordingStatus
from echosphere.domain.session import EndReason, FailureReason, SessionStatus
from echosphere.domain.transcoding import TranscodeStatus
from echosphere.services.activate_session import activate_session
from echosphere.services.follow_transcode import UNKNOWN_ERROR, follow_transcode
from echosphere.services.reconcile_recordings import reconcile_recordings
from tests.unit.services.recording_stage import FILE, TALK_S, RecordingStage, set_recording_stage

pytestmark = pytest.mark.unit


def an_hour_later(stage: RecordingStage) -> None:
    stage.clock.advance(3600)
    reconcile_recordings(stage.ports)


def unsettled(stage: RecordingStage) -> int:
    return len(stage.ports.recordings.list_unsettled(before=stage.clock.now() + timedelta(days=9), limit=100))


def test_what_is_fresh_is_left_to_its_own_news() -> None:
    stage = set_recording_stage()
    stage.talk()

    assert reconcile_recordings(stage.ports) == 0


def test_a_room_whose_beginning_was_never_heard_of_is_recorded_from_then_on() -> None:
    stage = set_recording_stage()
    stage.rooms.open(stage.session)
    activate_session(stage.ports, stage.session.id)

    an_hour_later(stage)

    assert stage.last().status is RecordingStatus.STARTING


def test_a_talk_of_which_no_recorder_heard_is_told_of() -> None:
    stage = set_recording_stage()
    activate_session(stage.ports, stage.session.id)
    stage.hang_up()

    an_hour_later(stage)

    assert stage.last().failure == "not_started" and stage.published()[-1] == "RecordingFailed"
    assert unsettled(stage) == 0


def test_a_talk_to_which_nobody_came_needs_no_recording() -> None:
    stage = set_recording_stage()
    stage.hang_up()

    an_hour_later(stage)

    assert stage.recordings() == [] and unsettled(stage) == 0


def test_a_pass_that_was_never_used_leaves_a_talk_that_was_never_joined() -> None:
    stage = set_recording_stage()

    an_hour_later(stage)

    failed = stage.ports.sessions.get(stage.session.id)
    assert (failed.status, failed.failure_reason) == (SessionStatus.FAILED, FailureReason.NEVER_JOINED)
    assert stage.recordings() == [] and unsettled(stage) == 0


@pytest.mark.parametrize("recorded", [True, False])
def test_a_talk_whose_room_is_gone_without_a_word_has_ended(recorded: bool) -> None:
    stage = set_recording_stage(recorded=recorded)
    activate_session(stage.ports, stage.session.id)

    an_hour_later(stage)

    ended = stage.ports.sessions.get(stage.session.id)
    assert (ended.status, ended.end_reason) == (SessionStatus.ENDED, EndReason.ROOM_CLOSED)
    assert unsettled(stage) == 0


def test_livekit_that_does_not_answer_ends_no_talk() -> None:
    stage = set_recording_stage()
    activate_session(stage.ports, stage.session.id)
    stage.rooms.is_down = True

    an_hour_later(stage)

    assert stage.ports.sessions.get(stage.session.id).status is SessionStatus.ACTIVE


def test_the_lost_end_of_an_egress_is_asked_for() -> None:
    stage = set_recording_stage()
    stage.begin()
    stage.hang_up()
    stage.store()
    room = stage.session.room_name
    ended = EgressNews(
        egress_id="EG_1",
        key=stage.last().raw_key,
        status=EgressStatus.COMPLETE,
        duration_s=TALK_S,
        file_bytes=len(FILE),
    )
    stage.recorder.egresses["EG_1"] = room, ended

    an_hour_later(stage)

    assert (stage.last().status, stage.last().duration_s) == (RecordingStatus.TRANSCODING, TALK_S)


def test_an_egress_that_still_runs_is_left_to_it() -> None:
    stage = set_recording_stage()
    stage.begin()
    stage.recorder.egresses["EG_1"] = (
        stage.session.room_name,
        replace(stage.recorder.egresses["EG_1"][1], status=EgressStatus.ACTIVE),
    )

    an_hour_later(stage)

    assert [each.status for each in stage.recordings()] == ["recording"]


def test_an_egress_that_nobody_knows_any_more_is_followed_by_another_while_the_talk_goes_on() -> None:
    stage = set_recording_stage()
    stage.begin()
    stage.recorder.egresses.clear()

    an_hour_later(stage)

    assert [each.status for each in stage.recordings()] == ["failed", "starting"]


def test_a_file_that_never_came_is_told_of() -> None:
    stage = set_recording_stage()
    stage.talk()

    an_hour_later(stage)

    assert stage.last().failure == "not_uploaded"
    an_hour_later(stage)
    assert unsettled(stage) == 0


def test_a_file_whose_message_was_lost_is_transcoded() -> None:
    stage = set_recording_stage()
    stage.talk()
    stage.store()

    an_hour_later(stage)

    assert stage.last().status is RecordingStatus.TRANSCODING


def test_a_file_without_a_recording_is_taken_in() -> None:
    stage = set_recording_stage()
    stage.hang_up()
    stage.media.put(f"raw/{stage.session.id}/002.mp4", FILE, content_type="")

    an_hour_later(stage)

    assert (stage.last().attempt, stage.last().status) == (2, RecordingStatus.TRANSCODING)


def test_the_lost_end_of_a_job_is_asked_for() -> None:
    stage = set_recording_stage()
    stage.talk()
    stage.upload()
    job_id = stage.last().job_id
    assert job_id
    stage.transcoder.tell(job_id, TranscodeStatus.ERROR, words="1040")

    an_hour_later(stage)

    assert stage.last().failure_words == "1040"


def test_a_job_that_still_runs_is_left_to_it() -> None:
    stage = set_recording_stage()
    stage.talk()
    stage.upload()

    an_hour_later(stage)

    assert stage.last().status is RecordingStatus.TRANSCODING


def test_a_job_that_broke_by_no_fault_of_the_file_is_followed_by_another() -> None:
    stage = set_recording_stage()
    stage.talk()
    stage.upload()
    first = stage.last().job_id
    stage.say(TranscodeStatus.ERROR, words="Unknown error", code=UNKNOWN_ERROR)
    given_up = stage.last().status

    an_hour_later(stage)
    stage.be_transcoded()

    assert given_up is RecordingStatus.UPLOADED
    assert len(stage.transcoder.jobs) == 2 and stage.last().job_id != first
    assert stage.last().status is RecordingStatus.READY


def test_news_of_a_job_that_was_given_up_change_nothing() -> None:
    stage = set_recording_stage()
    stage.talk()
    stage.upload()
    job_id = stage.last().job_id
    assert job_id
    given_up = stage.say(TranscodeStatus.ERROR, code=UNKNOWN_ERROR)

    follow_transcode(stage.ports, stage.transcoder.tell(job_id, TranscodeStatus.ERROR, code=UNKNOWN_ERROR))
    follow_transcode(stage.ports, stage.transcoder.tell(job_id, TranscodeStatus.PROGRESSING, percent=40))

    assert stage.last() == given_up


def test_a_second_job_that_breaks_is_the_last() -> None:
    stage = set_recording_stage()
    stage.talk()
    stage.upload()
    stage.say(TranscodeStatus.ERROR, code=UNKNOWN_ERROR)
    an_hour_later(stage)

    stage.say(TranscodeStatus.ERROR, words="Unknown error", code=UNKNOWN_ERROR)

    assert (stage.last().status, stage.last().failure_words) == (RecordingStatus.FAILED, "Unknown error")


def test_a_finish_that_was_cut_off_is_taken_up_again() -> None:
    stage = set_recording_stage()
    stage.talk()
    stage.upload()
    transcoding = stage.last()
    stage.ports.recordings.replace(transcoding.finish(at=stage.clock.now()), was=transcoding)

    an_hour_later(stage)

    assert stage.last().failure == "unplayable"


def test_a_talk_that_is_deleted_while_it_is_finished_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stage = set_recording_stage()
    stage.talk()
    stage.upload()
    transcoding = stage.last()
    stage.be_transcoded()
    ready = stage.last()
    finishing = replace(transcoding.finish(at=stage.clock.now()), revision=ready.revision + 1)
    stage.ports.recordings.replace(finishing, was=ready)
    listen = stage.inspector.listen

    def listen_and_lose_the_talk(file: BinaryIO) -> Loudness:
        stage.ports.sessions.delete(stage.session)
        return listen(file)

    monkeypatch.setattr(stage.inspector, "listen", listen_and_lose_the_talk)

    an_hour_later(stage)

    assert stage.media.list(finishing.media_prefix) == []


def test_an_hour_with_more_talks_than_are_read_at_once_is_reconciled_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("echosphere.services.reconcile_recordings.AT_ONCE", 1)
    stage = set_recording_stage()
    for number in range(3):
        session = replace(stage.session, id=f"s-{number}", room_name=f"r-{number}")
        stage.ports.sessions.create(session, key=IdempotencyKey(scope="p", value=f"key-000{number}", request="start"))

    an_hour_later(stage)

    assert unsettled(stage) == 0


def test_a_service_that_is_down_leaves_it_for_the_next_hour_and_holds_up_nothing_else() -> None:
    stage = set_recording_stage()
    stage.talk()
    stage.upload()
    stage.transcoder.is_down = True

    an_hour_later(stage)

    assert stage.last().status is RecordingStatus.TRANSCODING
    assert unsettled(stage) == 1  # the talk itself is accounted for
