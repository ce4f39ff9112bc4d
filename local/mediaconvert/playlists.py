"""The playlists as MediaConvert writes them: one for each rendition, and one that names all."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from local.mediaconvert.plan import HlsGroup, Output

AAC_LC = "mp4a.40.2"
# RFC 8216 measures a peak over at least half a target duration.
SHORTEST_PEAK = 0.5
DEFAULT_AND_AUTOSELECT = {"default": ("YES", "YES"), "auto": ("NO", "YES"), "manual": ("NO", "NO")}


@dataclass(frozen=True, kw_only=True)
class Segment:
    """Duration in seconds, size in bytes."""

    name: str
    duration_s: float
    size: int


@dataclass(frozen=True, kw_only=True)
class Made:
    """A rendition that was made. `codecs` by RFC 6381; pixels and frames a second are 0 for sound alone."""

    output: Output
    segments: Sequence[Segment]
    codecs: str
    width: int = 0
    height: int = 0
    frames_per_second: float = 0.0

    @property
    def duration_s(self) -> float:
        return sum(segment.duration_s for segment in self.segments)

    @property
    def average_bits(self) -> float:
        return sum(segment.size for segment in self.segments) * 8 / self.duration_s

    @property
    def peak_bits(self) -> float:
        longest = max(segment.duration_s for segment in self.segments)
        counted = [each for each in self.segments if each.duration_s >= longest * SHORTEST_PEAK]
        return max(each.size * 8 / each.duration_s for each in counted)


def media_playlist(group: HlsGroup, made: Made) -> str:
    lines = [
        "#EXTM3U",
        "#EXT-X-VERSION:3",
        f"#EXT-X-TARGETDURATION:{_target_duration(group, made.segments)}",
        "#EXT-X-MEDIA-SEQUENCE:1",
        "#EXT-X-PLAYLIST-TYPE:VOD",
    ]
    for segment in made.segments:
        lines += [f"#EXTINF:{segment.duration_s:.6f},", segment.name]
    return "\n".join([*lines, "#EXT-X-ENDLIST", ""])


def multivariant_playlist(made: Sequence[Made]) -> str:
    groups = {each.output.audio_group: each for each in made if each.output.track != "variant"}
    lines = ["#EXTM3U", f"#EXT-X-VERSION:{4 if groups else 3}", "#EXT-X-INDEPENDENT-SEGMENTS"]
    lines += [_rendition(each) for each in groups.values()]
    for each in made:
        if each.output.track == "variant":
            lines += _variants(each, groups)
    return "\n".join([*lines, ""])


def _target_duration(group: HlsGroup, segments: Sequence[Segment]) -> int:
    longest = max(segment.duration_s for segment in segments)
    return max(1, math.ceil(longest) if group.rounds_target_up else math.floor(longest + 0.5))


def _rendition(made: Made) -> str:
    default, auto = DEFAULT_AND_AUTOSELECT[made.output.track]
    assert made.output.sound
    return (
        f'#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="{made.output.audio_group}",NAME="{made.output.sound.name}",'
        f'DEFAULT={default},AUTOSELECT={auto},CHANNELS="{made.output.sound.channels}",URI="{made.output.name}.m3u8"'
    )


def _variants(made: Made, groups: Mapping[str, Made]) -> Iterator[str]:
    """A picture stands once for each group of sound that it may be played with."""
    for name in made.output.audio_groups or [""]:
        together = [made, groups[name]] if name else [made]
        codecs = ",".join(dict.fromkeys(each.codecs for each in together))
        attributes = [
            f"BANDWIDTH={sum(math.ceil(each.peak_bits) for each in together)}",
            f"AVERAGE-BANDWIDTH={sum(math.ceil(each.average_bits) for each in together)}",
            f'CODECS="{codecs}"',
        ]
        if made.height:
            attributes.append(f"RESOLUTION={made.width}x{made.height}")
            attributes.append(f"FRAME-RATE={made.frames_per_second:.3f}")
        if name:
            attributes.append(f'AUDIO="{name}"')
        yield f"#EXT-X-STREAM-INF:{','.join(attributes)}"
        yield f"{made.output.name}.m3u8"
