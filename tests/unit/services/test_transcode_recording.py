from dataclasses import replace

import pytest

from echosphere.domain.egress import EgressStatus
from echosphere.domain.errors import MediaUnavailable, TranscoderUnavailable
from echosphere.domain.recording import RecordingStatus
from echosphere.domain.transcoding import TranscodeStatus
from echosphere.ports.inspector import Probe
from echosphere.ports.media_store import StoredObject
from echosphere.services.activate_session import activate_session
from echosphere.services.follow_transcode import follow_transcode
from echosphere.services.transcode_recording import transcode_recording
from tests.examples import a_member
from tests.unit.services.recording_stage import FILE, PROBE, RecordingStage, set_recording_stage

pytestmark = pytest.mark.unit


def talked() -> RecordingStage:
    stage = set_recording_stage()
    stage.talk()
    return stage


def test_a_raw_file_becomes_one_job_however_often_it_is_announced() -> None:
    stage = talked()
    stored = stage.store()

    transcode_recording(stage.ports, stored)
    transcode_recording(stage.ports, stored)

    assert len(stage.transcoder.jobs) == 1
    assert (stage.last().status, stage.last().raw_version) == (RecordingStatus.TRANSCODING, stored.version)


def test_a_file_that_comes_before_the_news_of_its_end_is_not_kept_waiting() -> None:
    stage = set_recording_stage()
    stage.begin()
    stage.hang_up()

    stage.upload()
    stage.tell(EgressStatus.COMPLETE, duration_s=12.0, file_bytes=9)

    assert (stage.last().status, stage.last().duration_s) == (RecordingStatus.TRANSCODING, 12.0)
    assert stage.published().count("RecordingUploaded") == 1


def test_a_file_of_a_recorder_that_was_given_up_is_taken() -> None:
    stage = set_recording_stage()
    stage.begin()
    stage.tell(EgressStatus.ABORTED)
    stored = stage.store()
    first = StoredObject(key=f"raw/{stage.session.id}/001.mp4", version=stored.version, size_bytes=stored.size_bytes)
    stage.media.put(first.key, b"an mp4 of twelve seconds", content_type="")

    transcode_recording(stage.ports, first)

    assert [each.status for each in stage.recordings()] == ["transcoding", "starting"]


def test_a_file_of_which_nobody_knows_becomes_a_recording_of_its_talk() -> None:
    stage = set_recording_stage()
    stage.hang_up()
    key = f"raw/{stage.session.id}/001.mp4"
    stage.media.put(key, b"an mp4 of twelve seconds", content_type="")
    stored = stage.media.find(key)
    assert stored

    transcode_recording(stage.ports, stored)

    assert stage.last().status is RecordingStatus.TRANSCODING


def test_a_file_that_is_found_hours_after_its_talk_is_taken_to_begin_with_it() -> None:
    stage = set_recording_stage()
    activate_session(stage.ports, stage.session.id)
    stage.hang_up()
    stage.media.put(f"raw/{stage.session.id}/001.mp4", FILE, content_type="")
    stored = stage.media.find(f"raw/{stage.session.id}/001.mp4")
    assert stored
    stage.clock.advance(3 * 3600)

    found = transcode_recording(stage.ports, stored)

    assert found and found.created_at == stage.ports.sessions.get(stage.session.id).started_at


@pytest.mark.parametrize(
    ("body", "failure", "words"),
    [
        (b"", "unreadable", "planted nowhere"),
        (b"text named .mp4", "unreadable", "planted nowhere"),
        (b"no audio", "no_audio", "The file holds no sound."),
        (b"8 hours", "too_long", "The file is 8.0 hours long; 6 are the most."),
    ],
)
def test_poison_fails_once_with_clear_words_and_is_not_tried_again(body: bytes, failure: str, words: str) -> None:
    stage = talked()
    stage.inspector.plant(b"no audio", Probe(duration_s=12.0, channels=0))
    stage.inspector.plant(b"8 hours", Probe(duration_s=8 * 3600.0, channels=2))

    stage.upload(body)
    stage.upload(body)

    assert (stage.last().failure, stage.last().failure_words) == (failure, words)
    assert not stage.transcoder.jobs and stage.published().count("RecordingFailed") == 1


def test_what_the_transcoder_refuses_fails_with_its_own_words() -> None:
    stage = talked()
    stage.transcoder.refuses = "AAC at 48 kHz takes no such bit rate"

    stage.upload()

    assert stage.last().failure_words == "AAC at 48 kHz takes no such bit rate"


def test_a_busy_transcoder_is_asked_again_by_the_queue() -> None:
    stage = talked()
    stage.transcoder.is_down = True
    with pytest.raises(TranscoderUnavailable):
        stage.upload()
    stage.transcoder.is_down = False

    stage.upload()

    assert stage.last().status is RecordingStatus.TRANSCODING


def test_a_bucket_out_of_reach_is_no_verdict_about_its_file() -> None:
    stage = talked()
    stored = stage.store()
    stage.media.is_down = True

    with pytest.raises(MediaUnavailable):
        transcode_recording(stage.ports, stored)
    assert not stage.last().is_settled


def test_a_job_whose_id_was_never_stored_is_known_by_its_news() -> None:
    stage = talked()
    stage.upload()
    job_id = stage.last().job_id
    assert job_id
    killed = stage.last()
    stage.ports.recordings.replace(
        replace(killed, status=RecordingStatus.UPLOADED, job_id=None, revision=killed.revision + 1), was=killed
    )

    follow_transcode(stage.ports, stage.transcoder.tell(job_id, TranscodeStatus.PROGRESSING))

    assert (stage.last().status, stage.last().job_id) == (RecordingStatus.TRANSCODING, job_id)


def test_a_failed_job_fails_its_recording_with_mediaconverts_words() -> None:
    stage = talked()
    stage.upload()

    stage.say(TranscodeStatus.ERROR, words="1040: demuxer failed")

    assert (stage.last().failure, stage.last().failure_words) == ("transcoder_failed", "1040: demuxer failed")


def test_a_file_that_comes_after_its_talk_was_deleted_is_deleted_too() -> None:
    stage = talked()
    stored = stage.store()
    stage.ports.sessions.delete(stage.session)

    assert transcode_recording(stage.ports, stored) is None
    assert stage.media.list("raw/") == []


def test_a_file_with_a_foreign_name_is_left_alone() -> None:
    stage = talked()

    assert transcode_recording(stage.ports, StoredObject(key="raw/notes.txt", version="1", size_bytes=1)) is None


def test_the_job_is_told_what_the_file_holds() -> None:
    stage = talked()
    stage.upload()

    (job,) = stage.transcoder.jobs.values()

    assert (job.channels, job.has_video, job.media_prefix) == (PROBE.channels, False, f"media/{stage.session.id}/001/")
    assert len(job.token) == 64
    assert a_member().person_id not in str(job)
