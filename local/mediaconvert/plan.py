"""What has to be made: the settings of a job in the words of this package."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

TrackType = Literal["variant", "default", "auto", "manual"]


@dataclass(frozen=True, kw_only=True)
class Sound:
    """`track` counts from 0. `mix_db`: for each channel that is made, the level of each of the source's; or None."""

    track: int
    name: str
    bits_per_second: int
    sample_rate_hz: int
    channels: int
    mix_db: tuple[tuple[float, ...], ...] | None


@dataclass(frozen=True, kw_only=True)
class Picture:
    """Pixels; None keeps the source's. `quality` is QVBR's 1 to 10, None at constant bit rate."""

    width: int | None
    height: int | None
    bits_per_second: int
    quality: int | None
    key_frame_every_s: float


@dataclass(frozen=True, kw_only=True)
class Output:
    """`path` is the key in the bucket, for HLS without extension."""

    bucket: str
    path: str
    sound: Sound | None
    picture: Picture | None
    track: TrackType = "variant"
    audio_group: str = ""
    audio_groups: Sequence[str] = ()

    @property
    def name(self) -> str:
        return self.path.rsplit("/", 1)[-1]


@dataclass(frozen=True, kw_only=True)
class HlsGroup:
    """`path` is the multivariant playlist's key without extension. Lengths in seconds."""

    bucket: str
    path: str
    segment_s: int
    shortest_last_segment_s: float
    rounds_target_up: bool
    outputs: Sequence[Output]


@dataclass(frozen=True, kw_only=True)
class FileGroup:
    outputs: Sequence[Output]


@dataclass(frozen=True, kw_only=True)
class Plan:
    source_bucket: str
    source_key: str
    groups: Sequence[HlsGroup | FileGroup]

    @property
    def source_uri(self) -> str:
        return f"s3://{self.source_bucket}/{self.source_key}"

    @property
    def outputs(self) -> Iterator[Output]:
        return (output for group in self.groups for output in group.outputs)
