"""What is asked of MediaConvert for one recording."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """What a probe read off the file. `width` and `height` are pixels, 0 without video; `duration_s` in seconds."""

    dual_channel: bool
    duration_s: float
    has_video: bool = False
    width: int = 0
    height: int = 0
    frames_per_second: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscodeJob:
    """`destination_uri` is the folder of the HLS files and ends with a slash; the download goes beside that folder.

    The same `token` within a minute makes no second job; MediaConvert takes at most 64 ASCII characters.
    """

    source_uri: str
    destination_uri: str
    facts: SourceFacts
    token: str
    metadata: Mapping[str, str]
    tags: Mapping[str, str] = field(default_factory=dict)

    @property
    def download_uri(self) -> str:
        """Without the extension, as MediaConvert wants it."""
        return f"{self.destination_uri.rstrip('/').rsplit('/', 1)[0]}/dual"
