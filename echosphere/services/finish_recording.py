"""The renditions are made: they are checked against the talk, and get what MediaConvert does not make.

Everything is written before the state says ready; a repeat writes the same again.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from echosphere.domain import hls
from echosphere.domain.captions import cues, to_webvtt
from echosphere.domain.coverage import offset_s
from echosphere.domain.egress import EgressNews
from echosphere.domain.errors import MediaUnreadable
from echosphere.domain.language import Language
from echosphere.domain.loudness import STEPS_PER_SECOND, Loudness, to_peaks
from echosphere.domain.message import Message
from echosphere.domain.recording import Recording, RecordingFailure, RecordingKind, RecordingStatus, Rendition
from echosphere.domain.recording_checks import Fault, silent_side, wrong_length
from echosphere.domain.session import Session
from echosphere.domain.speaker import guest_names
from echosphere.ports import MediaPorts
from echosphere.ports.media_store import StoredObject
from echosphere.services.change_recording import change_recording
from echosphere.services.read_all_messages import read_all_messages
from echosphere.services.read_renditions import ReadRenditions, read_renditions
from echosphere.services.write_mix import write_mix
from echosphere.services.write_thumbnails import write_thumbnails

PEAKS_VERSION = 1
PLAYLIST_TYPE, CAPTIONS_TYPE, JSON_TYPE = "application/vnd.apple.mpegurl", "text/vtt; charset=utf-8", "application/json"
NAMES = {Language.JAPANESE: "日本語", Language.ENGLISH: "English", Language.PORTUGUESE: "Português"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """All that is known of a recording that is about to be ready. `offset_s`: file's second 0 in the talk's seconds."""

    session: Session
    recording: Recording
    messages: list[Message]
    names: Mapping[str, str]
    loudness: Loudness
    offset_s: float
    stored: StoredObject


@dataclass(frozen=True, slots=True, kw_only=True)
class _Has:
    """What was made beside the renditions."""

    captions: bool
    thumbnails: bool
    mix: bool


def finish_recording(ports: MediaPorts, session_id: str, attempt: int) -> Recording:
    """Idempotent; a recording that does not wait for it is given back as it is. Raises Unavailable, to be repeated."""
    recording = ports.recordings.get(session_id, attempt)
    if recording.status is not RecordingStatus.FINISHING:
        return recording
    recording = _with_its_times(ports, recording)
    try:
        made = _look_at(ports, recording)
    except MediaUnreadable as unreadable:
        return _fail(ports, recording, Fault(failure=RecordingFailure.UNREADABLE, words=unreadable.words))
    renditions = read_renditions(ports, recording, duration_s=made.loudness.duration_s)
    if fault := _fault_of(made):
        return _fail(ports, recording, fault)
    if isinstance(renditions, Fault):
        return _fail(ports, recording, renditions)
    try:
        has_thumbnails = write_thumbnails(ports, recording, made.stored, duration_s=made.loudness.duration_s)
        has_mix = write_mix(ports, recording, renditions.best)
    except MediaUnreadable as unreadable:
        return _fail(ports, recording, Fault(failure=RecordingFailure.UNREADABLE, words=unreadable.words))
    has = _Has(captions=_write(ports, made, renditions), thumbnails=has_thumbnails, mix=has_mix)
    return _be_ready(ports, made, renditions.renditions, has)


def _with_its_times(ports: MediaPorts, recording: Recording) -> Recording:
    """The news of its end may have been lost; LiveKit still knows."""
    if recording.started_at is not None and recording.duration_s is not None:
        return recording
    room_name = ports.sessions.get(recording.session_id).room_name
    told = [news for news in ports.recorder.list(room_name) if news.key == recording.raw_key]
    return _followed(ports, recording, told[-1]) if told else recording


def _followed(ports: MediaPorts, recording: Recording, news: EgressNews) -> Recording:
    at = ports.clock.now()
    return change_recording(ports, recording.session_id, recording.attempt, lambda known: known.follow(news, at=at))


def _look_at(ports: MediaPorts, recording: Recording) -> _Made:
    """Raises MediaUnreadable."""
    stored = ports.media.find(recording.raw_key)
    if stored is None:
        raise MediaUnreadable("The raw file is gone.")
    session = ports.sessions.get(recording.session_id)
    return _Made(
        session=session,
        recording=recording,
        messages=read_all_messages(ports, session.id),
        names=guest_names(ports.speakers.list_by_session(session.id)),
        loudness=ports.inspector.listen(ports.media.open_range(stored)),
        offset_s=offset_s(session, recording),
        stored=stored,
    )


def _fault_of(made: _Made) -> Fault | None:
    recording, session = made.recording, made.session
    if recording.duration_s is not None:
        fault = wrong_length(made.loudness.duration_s, recording.duration_s)
    elif session.duration_s is not None:
        fault = wrong_length(made.loudness.duration_s, session.duration_s - made.offset_s)
    else:
        fault = None
    if fault is None and recording.kind is RecordingKind.AUDIO:
        fault = silent_side(made.loudness, made.messages, offset_s=made.offset_s)
    return fault


def _write(ports: MediaPorts, made: _Made, renditions: ReadRenditions) -> bool:
    """Whether there are captions. The master comes last: what it names is there."""
    folder, duration_s = made.recording.media_prefix, made.loudness.duration_s
    peaks = {
        "version": PEAKS_VERSION,
        "peaks_per_second": STEPS_PER_SECOND,
        "person": to_peaks(made.loudness.person),
        "agent": to_peaks(made.loudness.agent),
    }
    ports.media.put(f"{folder}peaks.json", _bytes(json.dumps(peaks, separators=(",", ":"))), content_type=JSON_TYPE)
    master = hls.below(renditions.master, "hls/")
    shown = cues(made.messages, offset_s=made.offset_s, duration_s=duration_s, names=made.names)
    if shown:
        webvtt = to_webvtt(shown, start_pts=renditions.start_pts)
        playlist = hls.subtitle_playlist("captions.vtt", duration_s=duration_s)
        ports.media.put(f"{folder}captions.vtt", _bytes(webvtt), content_type=CAPTIONS_TYPE)
        ports.media.put(f"{folder}captions.m3u8", _bytes(playlist), content_type=PLAYLIST_TYPE)
        language = made.session.language
        master = hls.with_subtitles(master, uri="captions.m3u8", language=language.value, name=NAMES[language])
    ports.media.put(f"{folder}master.m3u8", _bytes(master), content_type=PLAYLIST_TYPE)
    return bool(shown)


def _be_ready(ports: MediaPorts, made: _Made, renditions: tuple[Rendition, ...], has: _Has) -> Recording:
    at, duration_s = ports.clock.now(), made.loudness.duration_s
    return change_recording(
        ports,
        made.session.id,
        made.recording.attempt,
        lambda known: known.be_ready(
            duration_s=duration_s,
            renditions=renditions,
            has_captions=has.captions,
            has_thumbnails=has.thumbnails,
            has_mix=has.mix,
            at=at,
        ),
    )


def _fail(ports: MediaPorts, recording: Recording, fault: Fault) -> Recording:
    at = ports.clock.now()
    return change_recording(
        ports,
        recording.session_id,
        recording.attempt,
        lambda known: known.fail(fault.failure, fault.words, at=at),
    )


def _bytes(text: str) -> bytes:
    return text.encode()
