"""The segments of a rendition as ffmpeg finishes them, so that they are stored while the rest is still being made."""

from collections.abc import Iterator
from pathlib import Path

from local.mediaconvert.ffmpeg_command import segment_list
from local.mediaconvert.plan import HlsGroup, Output
from local.mediaconvert.playlists import Segment

# The last one may be too short to stand alone, and is then joined to the one before.
KEPT_BACK = 2


class Segments:
    """`all` are those that were handed out, in order."""

    def __init__(self, group: HlsGroup, output: Output, folder: Path) -> None:
        self.group, self.output = group, output
        self.all: list[Segment] = []
        self.folder = folder
        self._waiting: list[Segment] = []
        self._read_bytes = 0

    def whole(self) -> Iterator[Path]:
        """Files that are whole and will not change; the caller may delete them."""
        self._waiting += self._new()
        while len(self._waiting) > KEPT_BACK:
            yield self._hand_out()

    def rest(self) -> Iterator[Path]:
        """When ffmpeg has ended."""
        self._waiting += self._new()
        if len(self._waiting) > 1 and self._waiting[-1].duration_s < self.group.shortest_last_segment_s:
            self._join_last()
        while self._waiting:
            yield self._hand_out()

    def _new(self) -> Iterator[Segment]:
        path = segment_list(self.folder, self.output)
        if not path.exists():
            return
        with path.open() as opened:
            opened.seek(self._read_bytes)
            written = opened.read()
        lines = written[: written.rfind("\n") + 1]
        self._read_bytes += len(lines)
        for line in lines.splitlines():
            name, begin, end = line.split(",")
            size = (self.folder / name).stat().st_size
            yield Segment(name=name, duration_s=float(end) - float(begin), size=size)

    def _hand_out(self) -> Path:
        segment = self._waiting.pop(0)
        self.all.append(segment)
        return self.folder / segment.name

    def _join_last(self) -> None:
        """Transport streams may be put one after the other."""
        before, last = self._waiting[-2:]
        with (self.folder / before.name).open("ab") as opened:
            opened.write((self.folder / last.name).read_bytes())
        (self.folder / last.name).unlink()
        joined = Segment(name=before.name, duration_s=before.duration_s + last.duration_s, size=before.size + last.size)
        self._waiting[-2:] = [joined]
