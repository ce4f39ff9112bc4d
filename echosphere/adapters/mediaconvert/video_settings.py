"""The picture: H.264 that every browser plays, and a key frame every two seconds so that segments end on one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from echosphere.adapters.mediaconvert.ladder import Rung

if TYPE_CHECKING:
    from mypy_boto3_mediaconvert.type_defs import VideoDescriptionTypeDef

KEY_FRAME_EVERY_S = 2.0
# Of 10: the level that MediaConvert's guide gives for computers and tablets.
QUALITY = 7


def picture(rung: Rung) -> VideoDescriptionTypeDef:
    return {
        "Width": rung.width,
        "Height": rung.height,
        "CodecSettings": {
            "Codec": "H_264",
            "H264Settings": {
                "RateControlMode": "QVBR",
                "MaxBitrate": rung.max_bits_per_second,
                "QvbrSettings": {"QvbrQualityLevel": QUALITY},
                "QualityTuningLevel": "SINGLE_PASS_HQ",
                "CodecProfile": "HIGH",
                "CodecLevel": "AUTO",
                "EntropyEncoding": "CABAC",
                "GopSize": KEY_FRAME_EVERY_S,
                "GopSizeUnits": "SECONDS",
                "SceneChangeDetect": "DISABLED",
                "FramerateControl": "INITIALIZE_FROM_SOURCE",
                "ParControl": "SPECIFIED",
                "ParNumerator": 1,
                "ParDenominator": 1,
            },
        },
    }
