"""Ways in which a published recording may be broken, each with the judges of tests/playlists.py that must see it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MASTER, MADE_BY_MEDIACONVERT, MADE_BY_US = "master.m3u8", "hls/audio_128k.m3u8", "captions.m3u8"
BOTH = frozenset({"hls-parser", "rules"})
# hls-parser accepts this one.
RULES = frozenset({"rules"})


@dataclass(frozen=True)
class Break:
    what: str
    playlist: str
    seen_by: frozenset[str]
    text: Callable[[str], str]

    def do(self, folder: Path) -> None:
        path = folder / self.playlist
        before = path.read_text()
        path.write_text(self.text(before))
        assert path.read_text() != before, self

    def __str__(self) -> str:
        return f"{self.what}-{Path(self.playlist).stem}"


def _without(pattern: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, "", text, count=1, flags=re.MULTILINE)


def _too_long(text: str) -> str:
    target = int(re.search(r"TARGETDURATION:(\d+)", text).group(1))  # type: ignore[union-attr]  # it is there
    return re.sub(r"#EXTINF:[\d.]+", f"#EXTINF:{target + 1}.0", text, count=1)


BREAKS = [
    *(
        each
        for playlist in (MADE_BY_MEDIACONVERT, MADE_BY_US)
        for each in (
            Break("no-first-line", playlist, BOTH, _without(r"^#EXTM3U\n")),
            Break("no-target-duration", playlist, BOTH, _without(r"^#EXT-X-TARGETDURATION:.*\n")),
            Break("segment-too-long", playlist, BOTH, _too_long),
            Break("segment-without-address", playlist, RULES, _without(r"^[^#\n].*\n")),
        )
    ),
    Break("no-first-line", MASTER, BOTH, _without(r"^#EXTM3U\n")),
    Break("no-bandwidth", MASTER, BOTH, _without(r"(?<=:)BANDWIDTH=\d+,")),
    Break("no-such-subtitles", MASTER, BOTH, _without(r"^#EXT-X-MEDIA:TYPE=SUBTITLES.*\n")),
    Break("rendition-without-address", MASTER, BOTH, _without(r"^hls/audio_64k.m3u8\n")),
]
