"""Sound: both sides mixed into one for listening, or as they are for the download."""

from __future__ import annotations

from typing import TYPE_CHECKING

from echosphere.adapters.mediaconvert.aac_table import MONO, STEREO, CodingMode
from echosphere.adapters.mediaconvert.transcode_job import SourceFacts

if TYPE_CHECKING:
    from mypy_boto3_mediaconvert.type_defs import AudioDescriptionTypeDef, RemixSettingsTypeDef

SAMPLE_RATE_HZ = 48_000
# Each side by half, so that two people who talk at once cannot clip.
MIXED_SIDE_DB = -6
DUAL_CHANNEL_BITS_PER_SECOND = 128_000


def listening(facts: SourceFacts, bits_per_second: int, *, source: str) -> AudioDescriptionTypeDef:
    """One channel holds all that two alike would, in half the bits."""
    described = _aac(MONO, bits_per_second, source)
    if facts.dual_channel:
        described["RemixSettings"] = _both_sides_in_one()
    return described


def dual_channel(*, source: str) -> AudioDescriptionTypeDef:
    return _aac(STEREO, DUAL_CHANNEL_BITS_PER_SECOND, source)


def _aac(coding_mode: CodingMode, bits_per_second: int, source: str) -> AudioDescriptionTypeDef:
    return {
        "AudioSourceName": source,
        "StreamName": "Talk",
        "CodecSettings": {
            "Codec": "AAC",
            "AacSettings": {
                "CodecProfile": "LC",
                "RateControlMode": "CBR",
                "CodingMode": coding_mode,
                "SampleRate": SAMPLE_RATE_HZ,
                "Bitrate": bits_per_second,
            },
        },
    }


def _both_sides_in_one() -> RemixSettingsTypeDef:
    return {
        "ChannelsIn": 2,
        "ChannelsOut": 1,
        "ChannelMapping": {"OutputChannels": [{"InputChannels": [MIXED_SIDE_DB, MIXED_SIDE_DB]}]},
    }
