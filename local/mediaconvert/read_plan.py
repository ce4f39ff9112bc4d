"""A job's settings, read once into what has to be made; `refusals` has made sure that everything in them is played."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from local.mediaconvert.plan import FileGroup, HlsGroup, Output, Picture, Plan, Sound, TrackType

# Foreign: the settings as they came.
Settings = Mapping[str, Any]
TRACKS: Mapping[str, TrackType] = {
    "AUDIO_ONLY_VARIANT_STREAM": "variant",
    "ALTERNATE_AUDIO_AUTO_SELECT_DEFAULT": "default",
    "ALTERNATE_AUDIO_AUTO_SELECT": "auto",
    "ALTERNATE_AUDIO_NOT_AUTO_SELECT": "manual",
}
CHANNELS = {"CODING_MODE_1_0": 1, "CODING_MODE_2_0": 2}


def read_plan(settings: Settings) -> Plan:
    source = settings["inputs"][0]
    bucket, key = split_uri(source["fileInput"])
    groups = [_group(group, source, PurePosixPath(key).stem) for group in settings["outputGroups"]]
    return Plan(source_bucket=bucket, source_key=key, groups=groups)


def split_uri(uri: str) -> tuple[str, str]:
    bucket, _, key = uri.removeprefix("s3://").partition("/")
    return bucket, key


def _group(group: Settings, source: Settings, stem: str) -> HlsGroup | FileGroup:
    settings = group["outputGroupSettings"]
    if settings["type"] == "FILE_GROUP_SETTINGS":
        bucket, path = _destination(settings["fileGroupSettings"], stem)
        return FileGroup(outputs=[_file(output, bucket, path, source) for output in group["outputs"]])
    hls = settings["hlsGroupSettings"]
    bucket, path = _destination(hls, stem)
    return HlsGroup(
        bucket=bucket,
        path=path,
        segment_s=hls["segmentLength"],
        shortest_last_segment_s=hls.get("minFinalSegmentLength", 0),
        rounds_target_up=hls.get("targetDurationCompatibilityMode", "LEGACY") == "LEGACY",
        outputs=[_rendition(output, bucket, path, source) for output in group["outputs"]],
    )


def _destination(settings: Settings, stem: str) -> tuple[str, str]:
    """A destination that ends with a slash has no file name: the source's is taken."""
    bucket, path = split_uri(settings["destination"])
    return bucket, f"{path}{stem}" if path.endswith("/") or not path else path


def _rendition(output: Settings, bucket: str, path: str, source: Settings) -> Output:
    hls = output.get("outputSettings", {}).get("hlsSettings", {})
    return Output(
        bucket=bucket,
        path=f"{path}{output.get('nameModifier', '')}",
        sound=_sound(output, source),
        picture=_picture(output),
        track=TRACKS[hls.get("audioTrackType", "AUDIO_ONLY_VARIANT_STREAM")],
        audio_group=hls.get("audioGroupId", "program_audio"),
        audio_groups=[each for each in hls.get("audioRenditionSets", "").split(",") if each],
    )


def _file(output: Settings, bucket: str, path: str, source: Settings) -> Output:
    name = f"{path}{output.get('nameModifier', '')}.{output.get('extension', 'mp4')}"
    return Output(bucket=bucket, path=name, sound=_sound(output, source), picture=_picture(output))


def _sound(output: Settings, source: Settings) -> Sound | None:
    described = next(iter(output.get("audioDescriptions", [])), None)
    if described is None:
        return None
    aac = described["codecSettings"]["aacSettings"]
    return Sound(
        track=_track(described, source),
        name=described.get("streamName", "Audio"),
        bits_per_second=aac["bitrate"],
        sample_rate_hz=aac["sampleRate"],
        channels=CHANNELS[aac["codingMode"]],
        mix_db=_mix(described.get("remixSettings")),
    )


def _track(described: Settings, source: Settings) -> int:
    selectors = source.get("audioSelectors", {})
    selector = selectors.get(described.get("audioSourceName"), {})
    tracks: Sequence[int] = selector.get("tracks", [1])
    return tracks[0] - 1


def _mix(remix: Settings | None) -> tuple[tuple[float, ...], ...] | None:
    if remix is None:
        return None
    return tuple(tuple(channel["inputChannels"]) for channel in remix["channelMapping"]["outputChannels"])


def _picture(output: Settings) -> Picture | None:
    described = output.get("videoDescription")
    if described is None:
        return None
    h264 = described["codecSettings"]["h264Settings"]
    is_qvbr = h264["rateControlMode"] == "QVBR"
    return Picture(
        width=described.get("width"),
        height=described.get("height"),
        bits_per_second=h264["maxBitrate"] if is_qvbr else h264["bitrate"],
        quality=h264.get("qvbrSettings", {}).get("qvbrQualityLevel", 7) if is_qvbr else None,
        key_frame_every_s=h264.get("gopSize", 2.0),
    )
