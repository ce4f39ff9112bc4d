"""Reads what the transcoder made as a player would: every playlist that is offered, and that its segments are there."""

from collections.abc import Sequence
from dataclasses import dataclass

from echosphere.domain import hls
from echosphere.domain.errors import MediaUnreadable
from echosphere.domain.hls_faults import fault_of_master, fault_of_segments
from echosphere.domain.recording import Recording, RecordingFailure, RecordingKind, Rendition
from echosphere.domain.recording_checks import Fault, wrong_length
from echosphere.ports import MediaPorts
from echosphere.ports.media_store import StoredObject

PTS_PER_SECOND = 90_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRenditions:
    """`start_pts` is the clock of the first sample in 1/90,000 s, `best` the keys of the best rendition's segments."""

    master: str
    renditions: tuple[Rendition, ...]
    start_pts: int
    best: tuple[str, ...]


def read_renditions(ports: MediaPorts, recording: Recording, *, duration_s: float) -> ReadRenditions | Fault:
    folder = f"{recording.media_prefix}hls/"
    there = {stored.key.removeprefix(folder): stored for stored in ports.media.list(folder)}
    texts = {name: (ports.media.get(f"{folder}{name}") or b"").decode() for name in there if name.endswith(".m3u8")}
    master = next((text for text in texts.values() if hls.is_master(text)), None)
    if master is None:
        return _unplayable("There is no master playlist.")
    if words := fault_of_master(master):
        return _unplayable(f"The master playlist is broken: {words}")
    for name in hls.playlists(master):
        if fault := _fault_of(name, texts.get(name), there, duration_s):
            return fault
    try:
        start_pts = _start_pts(ports, there[hls.segments(texts[hls.playlists(master)[0]])[0]])
    except MediaUnreadable as unreadable:
        return _unplayable(unreadable.words)
    renditions = tuple(_renditions(master, folder))
    return ReadRenditions(
        master=master, renditions=renditions, start_pts=start_pts, best=_segments_of_best(renditions, texts, folder)
    )


def _fault_of(name: str, text: str | None, there: dict[str, StoredObject], duration_s: float) -> Fault | None:
    if text is None:
        return _unplayable(f"The playlist {name} is missing.")
    if words := fault_of_segments(text):
        return _unplayable(f"The playlist {name} is broken: {words}")
    segments = hls.segments(text)
    gone = [segment for segment in segments if segment not in there or there[segment].size_bytes == 0]
    if gone or not segments:
        return _unplayable(f"The playlist {name} lacks {len(gone)} of {len(segments)} segments.")
    return wrong_length(hls.length_s(text), duration_s)


def _start_pts(ports: MediaPorts, segment: StoredObject) -> int:
    return round(ports.inspector.probe(ports.media.open_range(segment)).start_s * PTS_PER_SECOND)


def _segments_of_best(renditions: Sequence[Rendition], texts: dict[str, str], folder: str) -> tuple[str, ...]:
    best = max(renditions, key=lambda each: each.bits_per_second)
    return tuple(f"{folder}{segment}" for segment in hls.segments(texts[best.path.removeprefix(folder)]))


def _renditions(master: str, folder: str) -> list[Rendition]:
    return [
        Rendition(
            name=variant.uri.removesuffix(".m3u8"),
            kind=RecordingKind.VIDEO if variant.has_picture else RecordingKind.AUDIO,
            bits_per_second=variant.bits_per_second,
            path=f"{folder}{variant.uri}",
        )
        for variant in hls.variants(master)
    ]


def _unplayable(words: str) -> Fault:
    return Fault(failure=RecordingFailure.UNPLAYABLE, words=words)
