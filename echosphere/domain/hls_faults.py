"""Why a playlist cannot be relied on (RFC 8216): what a lenient player passes over, the next one stumbles on."""

import re
from collections.abc import Iterator

_FIRST_LINE = "#EXTM3U"
_END = "#EXT-X-ENDLIST"
_VARIANT = "#EXT-X-STREAM-INF:"
_MEDIA = "#EXT-X-MEDIA:"
_SEGMENT = "#EXTINF:"
_TARGET = re.compile(r"^#EXT-X-TARGETDURATION:(\d+)$", re.MULTILINE)
_DURATION = re.compile(r"^#EXTINF:([\d.]+)", re.MULTILINE)
_GROUP = re.compile(r'[:,]GROUP-ID="([^"]*)"')
_KIND = re.compile(r"[:,]TYPE=([A-Z-]+)")
# A player without an AUDIO group that is named plays the sound that a variant brings itself: no reason to lose a talk.
_USED_GROUP = re.compile(r'[:,](SUBTITLES)="([^"]*)"')


def fault_of_master(playlist: str) -> str | None:
    """The first one, in words; None when a player may open it."""
    return next(_faults_of_master(playlist), None)


def fault_of_segments(playlist: str) -> str | None:
    """As above, of a playlist of a recording: nothing will be added to it."""
    return next(_faults_of_segments(playlist), None)


def _faults_of_master(playlist: str) -> Iterator[str]:
    yield from _first_line(playlist)
    yield from _addresses(playlist, after=_VARIANT)
    lines = playlist.splitlines()
    offered = {
        (kind.group(1), group.group(1))
        for line in lines
        if line.startswith(_MEDIA) and (kind := _KIND.search(line)) and (group := _GROUP.search(line))
    }
    for line in (line for line in lines if line.startswith(_VARIANT)):
        if not re.search(r"[:,]BANDWIDTH=\d+", line):
            yield "A choice does not say its BANDWIDTH."
        for used in _USED_GROUP.finditer(line):
            if used.groups() not in offered:
                yield f"A choice names the {used.group(1)} group {used.group(2)}, which nothing is in."


def _faults_of_segments(playlist: str) -> Iterator[str]:
    yield from _first_line(playlist)
    yield from _addresses(playlist, after=_SEGMENT)
    target = _TARGET.search(playlist)
    if target is None:
        yield "There is no EXT-X-TARGETDURATION."
    elif any(_rounded(float(each)) > int(target.group(1)) for each in _DURATION.findall(playlist)):
        yield "A segment is longer than EXT-X-TARGETDURATION."
    if _END not in playlist.splitlines():
        yield "There is no EXT-X-ENDLIST: players would wait for more."


def _first_line(playlist: str) -> Iterator[str]:
    if playlist.partition("\n")[0].rstrip() != _FIRST_LINE:
        yield f"It does not begin with {_FIRST_LINE}."


def _addresses(playlist: str, *, after: str) -> Iterator[str]:
    """Other tags may stand between a tag and its address, never another of its kind."""
    waiting = False
    for line in filter(None, playlist.splitlines()):
        if line.startswith(after):
            if waiting:
                break
            waiting = True
        elif not line.startswith("#"):
            if not waiting:
                yield f"An address stands without its {after}"
            waiting = False
    if waiting:
        yield f"There is no address after {after}"


def _rounded(seconds: float) -> int:
    """To the nearest whole one, as the RFC compares it."""
    return int(seconds + 0.5)
