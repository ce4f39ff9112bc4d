"""One rendition while it is being made: its segments are stored as they come, and its picture is looked at once."""

import json
import subprocess
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from local.mediaconvert.playlists import AAC_LC, Made
from local.mediaconvert.role_storage import RoleStorage
from local.mediaconvert.segments import Segments
from local.mediaconvert.source import PROBE_WITHIN_S, Source


class Rendition:
    def __init__(self, segments: Segments, source: Source, storage: RoleStorage) -> None:
        self.segments = segments
        self._source, self._storage = source, storage
        # ffprobe's answer, taken while ffmpeg still works: at the end somebody waits for it.
        self._picture: dict[str, int] = {}

    def store(self, paths: Iterator[Path]) -> None:
        folder = self.segments.group.path.rpartition("/")[0]
        for path in paths:
            if self.segments.output.picture and not self._picture:
                self._picture = _seen(path)
            self._storage.upload(self.segments.group.bucket, f"{folder}/{path.name}" if folder else path.name, path)
            path.unlink()

    def finish(self) -> Made:
        """When ffmpeg has ended."""
        self.store(self.segments.rest())
        output, codecs = self.segments.output, [AAC_LC] if self.segments.output.sound else []
        if not self._picture:
            return Made(output=output, segments=self.segments.all, codecs=",".join(codecs))
        return Made(
            output=output,
            segments=self.segments.all,
            codecs=",".join([f"avc1.6400{self._picture['level']:02X}", *codecs]),
            width=self._picture["width"],
            height=self._picture["height"],
            frames_per_second=float(Fraction(self._source.frame_rate)),
        )


def _seen(segment: Path) -> dict[str, int]:
    """Size in pixels and level; every segment of a rendition has the same."""
    entries = "stream=width,height,level"
    command = ["ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", entries, "-of", "json"]
    read = json.loads(subprocess.check_output([*command, str(segment)], timeout=PROBE_WITHIN_S))
    seen: dict[str, int] = read["streams"][0]
    return seen
