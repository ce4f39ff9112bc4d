"""Which AAC-LC bit rates MediaConvert takes at constant bit rate, in bits per second.

Source: docs.aws.amazon.com/mediaconvert/latest/ug/aac-support.html, "CBR Bitrate control mode"; the range of stereo at
44.1 and 48 kHz also stands in the words with which the service refuses others.
"""

from collections.abc import Mapping
from typing import Literal

CodingMode = Literal["CODING_MODE_1_0", "CODING_MODE_2_0"]
MONO: CodingMode = "CODING_MODE_1_0"
STEREO: CodingMode = "CODING_MODE_2_0"

# fmt: off
STEPS = (
    8000, 10000, 12000, 14000, 16000, 20000, 24000, 28000, 32000, 40000, 48000, 56000, 64000, 80000, 96000, 112000,
    128000, 160000, 192000, 224000, 256000, 288000, 320000, 384000, 448000, 512000, 576000,
)
# fmt: on
# Lowest and highest bit rate by sample rate in Hz.
RANGES: Mapping[CodingMode, Mapping[int, tuple[int, int]]] = {
    MONO: {
        8000: (8000, 14000),
        12000: (8000, 14000),
        16000: (8000, 28000),
        22050: (24000, 28000),
        24000: (24000, 28000),
        32000: (32000, 192000),
        44100: (56000, 256000),
        48000: (56000, 288000),
        88200: (288000, 288000),
        96000: (128000, 288000),
    },
    STEREO: {
        8000: (16000, 20000),
        12000: (16000, 20000),
        16000: (16000, 32000),
        22050: (32000, 32000),
        24000: (32000, 32000),
        32000: (40000, 384000),
        44100: (64000, 512000),
        48000: (64000, 576000),
    },
}


def allowed(coding_mode: CodingMode, sample_rate_hz: int) -> tuple[int, ...]:
    """Bit rates in bits per second; empty where MediaConvert has no such sample rate."""
    lowest, highest = RANGES[coding_mode].get(sample_rate_hz, (1, 0))
    return tuple(step for step in STEPS if lowest <= step <= highest)
