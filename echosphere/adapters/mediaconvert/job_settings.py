"""The settings of a job: one HLS group with its renditions, and the two sides as they are for download.

A file's name is the end of its group's destination and the output's modifier, so `audio` and `_128k` make
`audio_128k.m3u8`. All names of a recording with video start with `video`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from echosphere.adapters.mediaconvert.audio_settings import dual_channel, listening
from echosphere.adapters.mediaconvert.ladder import AUDIO_BITS_PER_SECOND, Rung, audio_name, rungs
from echosphere.adapters.mediaconvert.transcode_job import SourceFacts, TranscodeJob
from echosphere.adapters.mediaconvert.video_settings import picture

if TYPE_CHECKING:
    from mypy_boto3_mediaconvert.type_defs import (
        HlsSettingsTypeDef,
        JobSettingsTypeDef,
        OutputGroupTypeDef,
        OutputTypeDef,
    )

SEGMENT_S = 6
# A last segment below this is joined to the one before: a player would ask the network for a blink.
SHORTEST_LAST_SEGMENT_S = 1.0
SELECTOR = "Audio Selector 1"


def job_settings(job: TranscodeJob) -> JobSettingsTypeDef:
    groups = [_hls_group(job)]
    # The two sides are apart in the recording of the sound alone; beside a picture they would be paid for twice.
    if job.facts.dual_channel and not job.facts.has_video:
        groups.append(_download_group(job))
    return {
        "Inputs": [
            {
                "FileInput": job.source_uri,
                "AudioSelectors": {SELECTOR: {"DefaultSelection": "DEFAULT", "SelectorType": "TRACK", "Tracks": [1]}},
                "VideoSelector": {},
                "TimecodeSource": "ZEROBASED",
            }
        ],
        "TimecodeConfig": {"Source": "ZEROBASED"},
        "OutputGroups": groups,
    }


def base_name(facts: SourceFacts) -> str:
    return "video" if facts.has_video else "audio"


def _hls_group(job: TranscodeJob) -> OutputGroupTypeDef:
    pictures = [_picture_output(rung) for rung in rungs(job.facts)]
    sounds = [_sound_output(job.facts, bits) for bits in AUDIO_BITS_PER_SECOND]
    return {
        "Name": "Apple HLS",
        "OutputGroupSettings": {
            "Type": "HLS_GROUP_SETTINGS",
            "HlsGroupSettings": {
                "Destination": f"{job.destination_uri}{base_name(job.facts)}",
                "SegmentLength": SEGMENT_S,
                "MinSegmentLength": 0,
                "MinFinalSegmentLength": SHORTEST_LAST_SEGMENT_S,
                "SegmentControl": "SEGMENTED_FILES",
                "SegmentLengthControl": "GOP_MULTIPLE",
                "TargetDurationCompatibilityMode": "SPEC_COMPLIANT",
                "ManifestDurationFormat": "FLOATING_POINT",
                "DirectoryStructure": "SINGLE_DIRECTORY",
                "OutputSelection": "MANIFESTS_AND_SEGMENTS",
                "CodecSpecification": "RFC_6381",
                "StreamInfResolution": "INCLUDE",
                "ProgramDateTime": "EXCLUDE",
            },
        },
        "Outputs": pictures + sounds,
    }


def _picture_output(rung: Rung) -> OutputTypeDef:
    return {
        "NameModifier": f"_{rung.name}",
        "ContainerSettings": {"Container": "M3U8", "M3u8Settings": {}},
        "VideoDescription": picture(rung),
        "OutputSettings": {"HlsSettings": {"AudioRenditionSets": audio_name(AUDIO_BITS_PER_SECOND[0])}},
    }


def _sound_output(facts: SourceFacts, bits_per_second: int) -> OutputTypeDef:
    name = audio_name(bits_per_second)
    return {
        "NameModifier": f"_{name}" if facts.has_video else name.removeprefix(base_name(facts)),
        "ContainerSettings": {"Container": "M3U8", "M3u8Settings": {}},
        "AudioDescriptions": [listening(facts, bits_per_second, source=SELECTOR)],
        "OutputSettings": {"HlsSettings": _track(facts, bits_per_second)},
    }


def _track(facts: SourceFacts, bits_per_second: int) -> HlsSettingsTypeDef:
    """The best sound goes with every picture; the others are for lines that carry no picture."""
    # Raw AAC has no clock but an ID3 tag in each segment, which players read differently.
    contained: HlsSettingsTypeDef = {"AudioOnlyContainer": "M2TS"}
    if facts.has_video and bits_per_second == AUDIO_BITS_PER_SECOND[0]:
        group = audio_name(bits_per_second)
        return {**contained, "AudioTrackType": "ALTERNATE_AUDIO_AUTO_SELECT_DEFAULT", "AudioGroupId": group}
    return {**contained, "AudioTrackType": "AUDIO_ONLY_VARIANT_STREAM"}


def _download_group(job: TranscodeJob) -> OutputGroupTypeDef:
    return {
        "Name": "File Group",
        "OutputGroupSettings": {
            "Type": "FILE_GROUP_SETTINGS",
            "FileGroupSettings": {"Destination": job.download_uri},
        },
        "Outputs": [
            {
                "ContainerSettings": {
                    "Container": "MP4",
                    "Mp4Settings": {"MoovPlacement": "PROGRESSIVE_DOWNLOAD"},
                },
                "Extension": "m4a",
                "AudioDescriptions": [dual_channel(source=SELECTOR)],
            }
        ],
    }
