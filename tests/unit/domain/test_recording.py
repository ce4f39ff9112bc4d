from dataclasses import replace
from datetime import timedelta

import pytest

from echosphere.domain.egress import EgressNews, EgressStatus
from echosphere.domain.recording import (
    Recording,
    RecordingFailure,
    RecordingKind,
    RecordingStatus,
    Rendition,
    raw_key,
    session_and_attempt,
)
from tests.examples import NINE_O_CLOCK, a_recording, a_session

pytestmark = pytest.mark.unit
RENDITION = Rendition(name="128k", kind=RecordingKind.AUDIO, bits_per_second=128_000, path="128k.m3u8")
LATER = NINE_O_CLOCK + timedelta(seconds=1)
EVEN_LATER = NINE_O_CLOCK + timedelta(seconds=60)


def news(recording: Recording, status: EgressStatus, **facts: object) -> EgressNews:
    fields = {"egress_id": "EG_1", "key": recording.raw_key, "status": status}
    return EgressNews(**{**fields, **facts})  # type: ignore[arg-type]  # fields by name


def recorded() -> Recording:
    starting = a_recording(a_session())
    return starting.follow(news(starting, EgressStatus.ACTIVE, started_at=LATER), at=LATER)


def test_an_egress_that_runs_is_a_recording_from_its_first_sample_on() -> None:
    recording = recorded()

    assert (recording.status, recording.egress_id) == (RecordingStatus.RECORDING, "EG_1")
    assert recording.started_at == recording.changed_at == LATER


def test_the_same_news_twice_changes_nothing() -> None:
    recording = recorded()

    assert recording.follow(news(recording, EgressStatus.ACTIVE, started_at=LATER), at=EVEN_LATER) is recording


def test_news_of_another_egress_changes_nothing() -> None:
    recording = recorded()

    assert recording.follow(news(recording, EgressStatus.FAILED, egress_id="EG_2"), at=EVEN_LATER) is recording


def test_an_egress_that_failed_at_the_door_was_not_started() -> None:
    starting = a_recording(a_session())

    failed = starting.follow(news(starting, EgressStatus.FAILED, words="no egress available"), at=LATER)

    assert (failed.failure, failed.failure_words) == (RecordingFailure.NOT_STARTED, "no egress available")
    assert failed.broke_off


def test_an_egress_that_went_away_in_the_middle_died() -> None:
    recording = recorded()

    assert recording.follow(news(recording, EgressStatus.ABORTED), at=EVEN_LATER).failure == "recorder_died"


def test_what_a_dying_recorder_had_stored_is_kept() -> None:
    recording = recorded()

    kept = recording.follow(news(recording, EgressStatus.FAILED, file_bytes=9), at=EVEN_LATER)

    assert kept.status is RecordingStatus.UPLOADED


def test_a_file_that_comes_after_its_recorder_was_given_up_is_taken() -> None:
    given_up = recorded().fail(RecordingFailure.RECORDER_DIED, "gone", at=LATER)

    uploaded = given_up.upload(version="1", at=EVEN_LATER)

    assert (uploaded.status, uploaded.failure, uploaded.failure_words) == (RecordingStatus.UPLOADED, None, None)


def test_a_file_that_was_judged_is_not_taken_again() -> None:
    judged = recorded().upload(version="1", at=LATER).fail(RecordingFailure.UNREADABLE, "no moov", at=LATER)

    assert judged.upload(version="2", at=EVEN_LATER) is judged


def test_a_file_may_come_before_the_news_of_its_end_which_then_only_adds_its_times() -> None:
    uploaded = recorded().upload(version="1", at=EVEN_LATER)

    told = uploaded.follow(news(uploaded, EgressStatus.COMPLETE, duration_s=59.0, file_bytes=9), at=EVEN_LATER)

    assert (told.status, told.duration_s) == (RecordingStatus.UPLOADED, 59.0)


def test_the_version_of_a_file_is_noted_after_the_news_of_its_end() -> None:
    recording = recorded()
    ended = recording.follow(news(recording, EgressStatus.COMPLETE, file_bytes=9), at=EVEN_LATER)

    assert ended.upload(version="1", at=EVEN_LATER).raw_version == "1"


def test_the_way_to_ready_is_one_way() -> None:
    transcoding = recorded().upload(version="1", at=LATER).transcode("job-1", at=LATER)
    finishing = transcoding.progress(40, at=LATER).finish(at=EVEN_LATER)
    ready = finishing.be_ready(duration_s=59.0, renditions=(), has_captions=True, at=EVEN_LATER)

    assert ready.status is RecordingStatus.READY and ready.percent == 100
    for late in (
        ready.upload(version="2", at=EVEN_LATER),
        ready.transcode("job-2", at=EVEN_LATER),
        ready.progress(50, at=EVEN_LATER),
        ready.finish(at=EVEN_LATER),
        ready.fail(RecordingFailure.TRANSCODER_FAILED, "late", at=EVEN_LATER),
        ready.follow(news(ready, EgressStatus.ABORTED), at=EVEN_LATER),
    ):
        assert late is ready


def test_progress_begins_at_nothing_never_goes_back_and_ends_at_a_hundred() -> None:
    begun = recorded().upload(version="1", at=LATER).transcode("job-1", at=LATER)
    half = begun.progress(50, at=LATER)

    assert (begun.percent, begun.progress(1, at=LATER).percent, half.percent) == (0, 1, 50)
    assert half.progress(40, at=LATER) is half.progress(50, at=LATER) is half
    assert half.progress(101, at=LATER).percent == 100


def test_one_that_is_set_aside_gives_back_what_the_player_would_show() -> None:
    finishing = recorded().upload(version="1", at=LATER).transcode("job-1", at=LATER).finish(at=LATER)
    ready = finishing.be_ready(duration_s=59.0, renditions=(RENDITION,), has_captions=True, at=LATER)

    aside = ready.set_aside(at=EVEN_LATER)

    assert (ready.has_thumbnails, ready.has_mix) == (False, False)
    assert (aside.status, aside.changed_at) == (RecordingStatus.SET_ASIDE, EVEN_LATER)
    assert (aside.renditions, aside.has_captions) == ((), False)


def test_a_recorder_that_failed_leaves_the_name_of_its_egress_and_its_end() -> None:
    recording = recorded()

    failed = recording.follow(news(recording, EgressStatus.FAILED, ended_at=EVEN_LATER), at=EVEN_LATER)
    again = failed.fail(RecordingFailure.UNREADABLE, None, at=EVEN_LATER)

    assert (failed.egress_id, failed.started_at, failed.ended_at) == ("EG_1", LATER, EVEN_LATER)
    assert again is failed


def test_a_recorder_is_called_again_until_a_moment_and_the_change_counts() -> None:
    starting = a_recording(a_session())

    called = starting.call_again(until=EVEN_LATER)

    assert (called.called_until, called.revision) == (EVEN_LATER, starting.revision + 1)
    assert called.changed_at == starting.changed_at


def test_every_change_counts_and_only_a_new_status_moves_its_time() -> None:
    transcoding = recorded().upload(version="1", at=LATER).transcode("job-1", at=LATER)

    half = transcoding.progress(50, at=EVEN_LATER)

    assert (half.revision, half.changed_at) == (transcoding.revision + 1, LATER)


def test_a_transition_out_of_turn_changes_nothing() -> None:
    starting = a_recording(a_session())

    assert starting.transcode("job-1", at=LATER) is starting
    assert starting.finish(at=LATER) is starting
    assert starting.be_ready(duration_s=1.0, renditions=(), has_captions=False, at=LATER) is starting


@pytest.mark.parametrize("key", ["", "raw/s", "raw/s/one.mp4", "raw//001.mp4", "media/s/001.mp4", "raw/s/001.mp4/x"])
def test_a_key_that_is_none_of_ours_names_nobody(key: str) -> None:
    assert session_and_attempt(key) is None


def test_a_raw_key_names_its_session_and_attempt() -> None:
    assert session_and_attempt(raw_key("session-1", 12)) == ("session-1", 12)


def test_only_recorders_that_left_early_are_worth_another_attempt() -> None:
    failures = {
        each for each in RecordingFailure if replace(recorded(), status=RecordingStatus.FAILED, failure=each).broke_off
    }

    assert failures == {"not_started", "recorder_died", "not_uploaded"}
