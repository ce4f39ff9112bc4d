"""HLS playlists as text (RFC 8216): what MediaConvert wrote is kept line by line, and ours is added to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

SUBTITLES = "captions"
_VARIANT = "#EXT-X-STREAM-INF:"
_MEDIA = "#EXT-X-MEDIA:"
_URI = re.compile(r'URI="([^"]*)"')
_BANDWIDTH = re.compile(r"[:,]BANDWIDTH=(\d+)")
_RESOLUTION = re.compile(r"[:,]RESOLUTION=(\d+)x(\d+)")
_DURATION = re.compile(r"^#EXTINF:([\d.]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One line of choice in a master playlist. `has_picture` tells pictures with sound from sound alone."""

    uri: str
    bits_per_second: int
    has_picture: bool


def is_master(playlist: str) -> bool:
    return _VARIANT in playlist


def variants(master: str) -> list[Variant]:
    return [
        Variant(
            uri=uri,
            bits_per_second=int(found.group(1)) if (found := _BANDWIDTH.search(line)) else 0,
            has_picture=_RESOLUTION.search(line) is not None,
        )
        for line, uri in _choices(master)
    ]


def playlists(master: str) -> list[str]:
    """Every playlist that a player may come to open, each once."""
    tracks = [
        found.group(1) for line in master.splitlines() if line.startswith(_MEDIA) and (found := _URI.search(line))
    ]
    return list(dict.fromkeys([*(uri for _, uri in _choices(master)), *tracks]))


def segments(playlist: str) -> list[str]:
    return [line for line in playlist.splitlines() if line and not line.startswith("#")]


def length_s(playlist: str) -> float:
    return sum(float(each) for each in _DURATION.findall(playlist))


def below(master: str, folder: str) -> str:
    """The same master as it reads from one folder further up."""
    lines = [_moved(line, folder) for line in master.splitlines()]
    return "\n".join(lines) + "\n"


def with_subtitles(master: str, *, uri: str, language: str, name: str) -> str:
    """Offers one subtitle rendition with every choice."""
    track = (
        f'{_MEDIA}TYPE=SUBTITLES,GROUP-ID="{SUBTITLES}",NAME="{name}",LANGUAGE="{language}",'
        f'DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI="{uri}"'
    )
    lines = [f'{line},SUBTITLES="{SUBTITLES}"' if line.startswith(_VARIANT) else line for line in master.splitlines()]
    first = next(number for number, line in enumerate(lines) if line.startswith((_VARIANT, _MEDIA)))
    return "\n".join([*lines[:first], track, *lines[first:]]) + "\n"


def subtitle_playlist(uri: str, *, duration_s: float) -> str:
    """The whole talk's captions as one segment."""
    return "\n".join(
        [
            "#EXTM3U",
            "#EXT-X-VERSION:3",
            f"#EXT-X-TARGETDURATION:{ceil(duration_s)}",
            "#EXT-X-MEDIA-SEQUENCE:0",
            "#EXT-X-PLAYLIST-TYPE:VOD",
            f"#EXTINF:{duration_s:.3f},",
            uri,
            "#EXT-X-ENDLIST",
            "",
        ]
    )


def _choices(master: str) -> Iterator[tuple[str, str]]:
    """Each line of attributes with the address that follows it."""
    lines = [line for line in master.splitlines() if line.strip()]
    for line, follower in pairwise(lines):
        if line.startswith(_VARIANT) and not follower.startswith("#"):
            yield line, follower


def _moved(line: str, folder: str) -> str:
    if line.startswith("#"):
        return _URI.sub(lambda found: f'URI="{folder}{found.group(1)}"', line)
    return f"{folder}{line}" if line else line
