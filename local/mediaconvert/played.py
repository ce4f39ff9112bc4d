"""Which settings are played here. Any other would be taken by AWS and change the result, so it is refused aloud.

A setting with values is played for those alone; None stands for any. Lists and maps stand for each of their members.
"""

from collections.abc import Iterator, Mapping

INPUT = "/inputs/*"
HLS = "/outputGroups/*/outputGroupSettings/hlsGroupSettings"
OUTPUT = "/outputGroups/*/outputs/*"
H264 = f"{OUTPUT}/videoDescription/codecSettings/h264Settings"
AUDIO = f"{OUTPUT}/audioDescriptions/*"

PLAYED: Mapping[str, tuple[object, ...] | None] = {
    "/timecodeConfig/source": ("ZEROBASED",),
    f"{INPUT}/fileInput": None,
    f"{INPUT}/timecodeSource": ("ZEROBASED",),
    f"{INPUT}/audioSelectors/*/defaultSelection": None,
    f"{INPUT}/audioSelectors/*/selectorType": ("TRACK",),
    f"{INPUT}/audioSelectors/*/tracks/*": None,
    "/outputGroups/*/name": None,
    "/outputGroups/*/outputGroupSettings/type": ("HLS_GROUP_SETTINGS", "FILE_GROUP_SETTINGS"),
    "/outputGroups/*/outputGroupSettings/fileGroupSettings/destination": None,
    f"{HLS}/destination": None,
    f"{HLS}/segmentLength": None,
    f"{HLS}/minSegmentLength": (0,),
    f"{HLS}/minFinalSegmentLength": None,
    f"{HLS}/segmentControl": ("SEGMENTED_FILES",),
    f"{HLS}/segmentLengthControl": ("GOP_MULTIPLE",),
    f"{HLS}/targetDurationCompatibilityMode": ("LEGACY", "SPEC_COMPLIANT"),
    f"{HLS}/manifestDurationFormat": ("FLOATING_POINT",),
    f"{HLS}/directoryStructure": ("SINGLE_DIRECTORY",),
    f"{HLS}/outputSelection": ("MANIFESTS_AND_SEGMENTS",),
    f"{HLS}/codecSpecification": ("RFC_6381",),
    f"{HLS}/streamInfResolution": ("INCLUDE",),
    f"{HLS}/programDateTime": ("EXCLUDE",),
    f"{OUTPUT}/nameModifier": None,
    f"{OUTPUT}/extension": None,
    f"{OUTPUT}/containerSettings/container": ("M3U8", "MP4"),
    f"{OUTPUT}/containerSettings/mp4Settings/moovPlacement": ("PROGRESSIVE_DOWNLOAD",),
    f"{OUTPUT}/outputSettings/hlsSettings/audioGroupId": None,
    f"{OUTPUT}/outputSettings/hlsSettings/audioRenditionSets": None,
    f"{OUTPUT}/outputSettings/hlsSettings/audioTrackType": None,
    f"{OUTPUT}/outputSettings/hlsSettings/audioOnlyContainer": ("M2TS",),
    f"{OUTPUT}/videoDescription/width": None,
    f"{OUTPUT}/videoDescription/height": None,
    f"{OUTPUT}/videoDescription/codecSettings/codec": ("H_264",),
    f"{H264}/rateControlMode": ("QVBR", "CBR"),
    f"{H264}/maxBitrate": None,
    f"{H264}/bitrate": None,
    f"{H264}/qvbrSettings/qvbrQualityLevel": None,
    f"{H264}/qualityTuningLevel": ("SINGLE_PASS", "SINGLE_PASS_HQ"),
    f"{H264}/codecProfile": ("HIGH",),
    f"{H264}/codecLevel": ("AUTO",),
    f"{H264}/entropyEncoding": ("CABAC",),
    f"{H264}/gopSize": None,
    f"{H264}/gopSizeUnits": ("SECONDS",),
    f"{H264}/sceneChangeDetect": ("DISABLED",),
    f"{H264}/framerateControl": ("INITIALIZE_FROM_SOURCE",),
    f"{H264}/parControl": ("SPECIFIED",),
    f"{H264}/parNumerator": (1,),
    f"{H264}/parDenominator": (1,),
    f"{AUDIO}/audioSourceName": None,
    f"{AUDIO}/streamName": None,
    f"{AUDIO}/codecSettings/codec": ("AAC",),
    f"{AUDIO}/codecSettings/aacSettings/bitrate": None,
    f"{AUDIO}/codecSettings/aacSettings/sampleRate": None,
    f"{AUDIO}/codecSettings/aacSettings/codingMode": ("CODING_MODE_1_0", "CODING_MODE_2_0"),
    f"{AUDIO}/codecSettings/aacSettings/codecProfile": ("LC",),
    f"{AUDIO}/codecSettings/aacSettings/rateControlMode": ("CBR",),
    f"{AUDIO}/remixSettings/channelsIn": None,
    f"{AUDIO}/remixSettings/channelsOut": None,
    f"{AUDIO}/remixSettings/channelMapping/outputChannels/*/inputChannels/*": None,
}
MAPS = frozenset({"audioSelectors"})
# AWS joins inputs and tracks, and puts several sounds into one file.
ALONE = frozenset({"/inputs", f"{INPUT}/audioSelectors/*/tracks", f"{OUTPUT}/audioDescriptions"})
NOT_HERE = "is not played by the MediaConvert of this machine"


def not_played(settings: Mapping[str, object]) -> Iterator[str]:
    for path, pattern, value in _leaves(settings, "", ""):
        values = PLAYED.get(pattern, ())
        if values is not None and value not in values:
            yield f"{path}: {value!r} {NOT_HERE}"
        if pattern.endswith("/fileInput") and not str(value).startswith("s3://"):
            yield f"{path}: an input over HTTP {NOT_HERE}"


def _leaves(value: object, path: str, pattern: str) -> Iterator[tuple[str, str, object]]:
    if isinstance(value, dict):
        is_map = pattern.rsplit("/", 1)[-1] in MAPS
        for name, inner in value.items():
            yield from _leaves(inner, f"{path}/{name}", f"{pattern}/{'*' if is_map else name}")
    elif isinstance(value, list):
        if pattern in ALONE and len(value) > 1:
            yield f"{path}/1", f"{pattern}/second", "a second one"
        for index, inner in enumerate(value):
            yield from _leaves(inner, f"{path}/{index}", f"{pattern}/*")
    else:
        yield path, pattern, value
