"""How long a recorded file plays, whoever wrote it to its end or not. Blocks."""

from pathlib import Path

import av
from livekit import api

from local.egress.recorder.whole_boxes import keep_whole_fragments

NS = 1_000_000_000


def salvage(path: Path, file_type: int) -> int:
    """Makes what a dead recorder left playable, and answers how many nanoseconds it plays; 0 when there is nothing."""
    if not path.is_file():
        return 0
    if file_type == api.EncodedFileType.MP4 and not keep_whole_fragments(path):
        return 0
    return duration_ns(path)


def duration_ns(path: Path) -> int:
    try:
        with av.open(str(path)) as file:
            track = file.streams.audio[0]
            ends = [packet.pts + (packet.duration or 0) for packet in file.demux(track) if packet.pts is not None]
            return round(max(ends) * track.time_base * NS) if ends and track.time_base else 0
    except av.FFmpegError:
        return 0
