import json
from dataclasses import replace

import pytest

from echosphere.domain.egress import EgressStatus
from echosphere.domain.message import Role
from echosphere.domain.recording import RecordingKind, RecordingStatus
from echosphere.domain.transcoding import TranscodeStatus
from echosphere.services.finish_recording import finish_recording
from echosphere.services.follow_transcode import follow_transcode
from tests.examples import a_message
from tests.unit.services.recording_stage import (
    FILE,
    MASTER,
    PLAYLIST,
    PROBE,
    SEGMENT,
    TALK_S,
    RecordingStage,
    set_recording_stage,
)

pytestmark = pytest.mark.unit

NAMES = ("audio_128k", "audio_64k")


def uploaded() -> RecordingStage:
    stage = set_recording_stage()
    stage.talk()
    stage.ports.sessions.add_message(a_message(stage.session, role=Role.ASSISTANT, text="Hello!", started_s=0.0))
    stage.ports.sessions.add_message(a_message(stage.session, text="Is 1 < 2?", started_s=4.0, ended_s=6.0))
    stage.upload()
    return stage


def read(stage: RecordingStage, name: str) -> str:
    return (stage.media.get(f"{stage.last().media_prefix}{name}") or b"").decode()


def test_a_talk_becomes_playable_and_everybody_hears_of_it() -> None:
    stage = uploaded()

    ready = stage.be_transcoded()

    assert (ready.status, ready.duration_s, ready.has_captions) == (RecordingStatus.READY, TALK_S, True)
    assert [(each.name, each.bits_per_second) for each in ready.renditions] == [
        ("audio_128k", 140_800),
        ("audio_64k", 70_400),
    ]
    assert stage.published()[-1] == "RecordingReady"


def test_the_same_news_twice_makes_it_ready_once() -> None:
    stage = uploaded()
    stage.be_transcoded()

    stage.say(TranscodeStatus.COMPLETE)

    assert stage.published().count("RecordingReady") == 1


def test_a_finish_that_was_cut_off_is_taken_up_again() -> None:
    stage = uploaded()
    stage.media.is_down = False
    stage.be_transcoded()
    before = stage.last()

    assert finish_recording(stage.ports, stage.session.id, 1) == before


def test_the_waveform_has_both_sides() -> None:
    stage = uploaded()
    stage.be_transcoded()

    peaks = json.loads(read(stage, "peaks.json"))

    assert set(peaks) == {"version", "peaks_per_second", "person", "agent"}
    assert len(peaks["person"]) == len(peaks["agent"]) == TALK_S * peaks["peaks_per_second"]


def test_captions_carry_who_spoke_and_are_offered_with_every_rendition() -> None:
    stage = uploaded()
    stage.be_transcoded()

    assert "<v Person>Is 1 &lt; 2?" in read(stage, "captions.vtt")
    assert "MPEGTS:900000" in read(stage, "captions.vtt")
    assert read(stage, "master.m3u8").count('SUBTITLES="captions"') == 2
    assert 'URI="captions.m3u8"' in read(stage, "master.m3u8") and "hls/audio_128k.m3u8" in read(stage, "master.m3u8")


def test_a_talk_without_words_has_no_captions() -> None:
    stage = set_recording_stage()
    stage.talk()
    stage.upload()

    assert stage.be_transcoded().has_captions is False
    assert "SUBTITLES" not in read(stage, "master.m3u8")


def test_a_file_shorter_than_what_was_recorded_is_not_called_ready() -> None:
    stage = set_recording_stage()
    stage.begin()
    stage.hang_up()
    stage.tell(EgressStatus.COMPLETE, duration_s=60.0, file_bytes=9)
    stage.upload()

    assert stage.be_transcoded().failure == "wrong_length"


@pytest.mark.parametrize(("person", "agent"), [(0.0, 0.5), (0.5, 0.0)])
def test_a_side_that_is_silent_where_it_spoke_is_not_called_ready(person: float, agent: float) -> None:
    stage = set_recording_stage()
    stage.inspector.plant(FILE, PROBE, person=person, agent=agent)
    stage.talk()
    stage.ports.sessions.add_message(a_message(stage.session, role=Role.ASSISTANT))
    stage.ports.sessions.add_message(a_message(stage.session, role=Role.USER))
    stage.upload()

    failed = stage.be_transcoded()

    assert failed.failure == "side_silent" and stage.published()[-1] == "RecordingFailed"


def test_a_side_that_said_nothing_may_be_silent() -> None:
    stage = set_recording_stage()
    stage.inspector.plant(FILE, PROBE, person=0.0)
    stage.talk()
    stage.ports.sessions.add_message(a_message(stage.session, role=Role.ASSISTANT))
    stage.upload()

    assert stage.be_transcoded().status is RecordingStatus.READY


def test_a_rendition_without_a_segment_is_not_called_ready() -> None:
    stage = uploaded()
    folder = f"{stage.last().media_prefix}hls/"
    stage.media.put(f"{folder}audio.m3u8", b"#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8\n", content_type="")
    segments = b"#EXTM3U\n#EXT-X-TARGETDURATION:12\n#EXTINF:12.0,\ngone.ts\n#EXT-X-ENDLIST\n"
    stage.media.put(f"{folder}a.m3u8", segments, content_type="")

    failed = stage.say(TranscodeStatus.COMPLETE)

    assert (failed.failure, failed.failure_words) == ("unplayable", "The playlist a.m3u8 lacks 1 of 1 segments.")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("audio.m3u8", b"#EXTM3U\n#EXT-X-STREAM-INF:CODECS=mp4a\na.m3u8\n"),
        ("a.m3u8", b"#EXTM3U\n#EXT-X-TARGETDURATION:12\n#EXTINF:12.0,\n#EXT-X-ENDLIST\n"),
    ],
)
def test_a_playlist_that_players_would_stumble_on_is_not_called_ready(name: str, text: bytes) -> None:
    stage = uploaded()
    folder = f"{stage.last().media_prefix}hls/"
    master = b"#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8\n"
    for path, written in {"audio.m3u8": master, name: text}.items():
        stage.media.put(f"{folder}{path}", written, content_type="")

    failed = stage.say(TranscodeStatus.COMPLETE)

    assert failed.failure == "unplayable" and " is broken: " in (failed.failure_words or "")


def test_a_job_that_made_nothing_is_not_called_ready() -> None:
    assert uploaded().say(TranscodeStatus.COMPLETE).failure == "unplayable"


def test_times_that_never_came_are_asked_for() -> None:
    stage = set_recording_stage()
    stage.begin()
    stage.hang_up()
    stage.upload()  # no news of the end

    assert stage.be_transcoded().status is RecordingStatus.READY


def test_what_is_made_for_a_deleted_talk_is_deleted_too() -> None:
    stage = uploaded()
    job_id, prefix = stage.last().job_id, stage.last().media_prefix
    assert job_id
    news = stage.transcoder.tell(job_id, TranscodeStatus.COMPLETE)
    stage.media.put(f"{prefix}hls/audio.m3u8", b"", content_type="")
    stage.ports.sessions.delete(stage.session)

    follow_transcode(stage.ports, news)

    assert stage.media.list(prefix) == []


def test_a_recording_with_a_picture_has_small_ones_to_seek_by() -> None:
    stage = set_recording_stage()
    stage.inspector.plant(FILE, replace(PROBE, width=1280, height=720))
    stage.begin()
    stage.start(RecordingKind.VIDEO)
    stage.hang_up()
    stage.tell(EgressStatus.COMPLETE, duration_s=TALK_S, file_bytes=9)
    stage.upload()

    ready = stage.be_transcoded()

    assert (ready.kind, ready.status, ready.has_thumbnails) == (RecordingKind.VIDEO, RecordingStatus.READY, True)
    assert read(stage, "sprite.vtt").count("sprite_001.jpg#xywh=") == 3
    assert read(stage, "sprite_001.jpg") and read(stage, "poster.jpg")


def test_both_voices_lie_in_one_file_of_the_best_renditions_segments() -> None:
    stage = uploaded()

    assert stage.be_transcoded().has_mix is True
    assert read(stage, "mix.m4a") == 2 * SEGMENT.decode()


def test_a_segment_that_is_no_sound_is_not_called_ready() -> None:
    stage = uploaded()
    folder = f"{stage.last().media_prefix}hls/"
    playlists = {"audio.m3u8": MASTER} | {f"{name}.m3u8": PLAYLIST.format(name=name) for name in NAMES}
    sounds = dict.fromkeys([f"{name}_{number:05d}.ts" for name in NAMES for number in (1, 2)], SEGMENT)
    files = {name: text.encode() for name, text in playlists.items()} | sounds | {"audio_128k_00002.ts": b"?"}
    for name, body in files.items():
        stage.media.put(f"{folder}{name}", body, content_type="")

    assert stage.say(TranscodeStatus.COMPLETE).failure == "unreadable"


def test_sound_alone_has_no_pictures() -> None:
    stage = uploaded()

    assert stage.be_transcoded().has_thumbnails is False
    assert read(stage, "sprite.vtt") == ""
