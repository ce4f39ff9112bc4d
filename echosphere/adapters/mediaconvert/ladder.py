"""The renditions of a recording: pictures from large to small, never larger than the source, and sound alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from echosphere.adapters.mediaconvert.transcode_job import SourceFacts

AUDIO_BITS_PER_SECOND = (128_000, 96_000, 64_000)
# Height in pixels, most bits per second.
PICTURES = ((1080, 4_500_000), (720, 2_500_000), (480, 1_000_000))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One size of the picture, in pixels; both are even, because H.264 takes no other."""

    width: int
    height: int
    max_bits_per_second: int

    @property
    def name(self) -> str:
        return f"{self.height}p"


def rungs(facts: SourceFacts) -> Sequence[Rung]:
    """Empty without video. A source smaller than every size keeps its own."""
    if not facts.has_video:
        return ()
    fitting = [(height, bits) for height, bits in PICTURES if height <= facts.height]
    return [_rung(facts, height, bits) for height, bits in fitting or [(facts.height, PICTURES[-1][1])]]


def audio_name(bits_per_second: int) -> str:
    return f"audio_{bits_per_second // 1000}k"


def _rung(facts: SourceFacts, height: int, bits: int) -> Rung:
    return Rung(width=_even(facts.width * height / facts.height), height=_even(height), max_bits_per_second=bits)


def _even(pixels: float) -> int:
    return max(2, int(pixels) // 2 * 2)
