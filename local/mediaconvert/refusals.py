"""What AWS refuses when a job is created although the model allows it; each sentence is the service's own."""

from collections.abc import Iterator, Mapping
from typing import Any

from local.mediaconvert import aac
from local.mediaconvert.outcomes import Refused
from local.mediaconvert.played import not_played
from local.mediaconvert.schema import check_create_job

LONGEST_TOKEN = 64
INCOMPATIBLE_RATES = (
    "Your job contains values for the following settings that are incompatible: Rate control mode, Bitrate, and Max"
    " bitrate. Adjust your settings and resubmit your job. Some valid combinations of settings are these: Set Rate"
    " control mode to QVBR, specify a value for Max bitrate, and don't specify a value for Bitrate. Or, set Rate"
    " control mode to CBR, specify a value for Bitrate, and don't specify a value for Max bitrate."
)
# Foreign: the settings as they came, which the model has been held to.
Settings = Mapping[str, Any]


def check(body: Settings) -> None:
    """Raises Refused."""
    check_create_job(body)
    if len(body.get("clientRequestToken", "")) > LONGEST_TOKEN:
        raise Refused(f"/clientRequestToken: Should be at most {LONGEST_TOKEN} characters long")
    faults = [*_of_settings(body["settings"]), *not_played(body["settings"])]
    if faults:
        raise Refused(" | ".join(faults))


def _of_settings(settings: Settings) -> Iterator[str]:
    for number, group in enumerate(settings["outputGroups"]):
        several = len(group["outputs"]) > 1
        yield from _of_hls(group, f"/outputGroups/{number}")
        for index, output in enumerate(group["outputs"]):
            path = f"/outputGroups/{number}/outputs/{index}"
            if several and "nameModifier" not in output:
                yield f"{path}: nameModifier is a required property"
            yield from _of_output(output, path)


def _of_hls(group: Settings, path: str) -> Iterator[str]:
    """Outputs of transport streams, whose pictures name groups of sound that are there."""
    if group["outputGroupSettings"]["type"] != "HLS_GROUP_SETTINGS":
        return
    settings = [output.get("outputSettings", {}).get("hlsSettings", {}) for output in group["outputs"]]
    there = {each["audioGroupId"] for each in settings if "audioGroupId" in each}
    for index, (output, hls) in enumerate(zip(group["outputs"], settings, strict=True)):
        place = f"{path}/outputs/{index}"
        if output["containerSettings"].get("container") != "M3U8":
            yield f"{place}/containerSettings/container: Must be M3U8"
        for name in filter(None, hls.get("audioRenditionSets", "").split(",")):
            if name not in there:
                yield f"{place}/outputSettings/hlsSettings/audioRenditionSets: no output has the audio group [{name}]"


def _of_output(output: Settings, path: str) -> Iterator[str]:
    h264 = output.get("videoDescription", {}).get("codecSettings", {}).get("h264Settings")
    if h264 is not None and not _rates_fit(h264):
        yield f"{path}/videoDescription/codecSettings/h264Settings: {INCOMPATIBLE_RATES}"
    for index, described in enumerate(output.get("audioDescriptions", [])):
        place = f"{path}/audioDescriptions/{index}"
        settings = described.get("codecSettings", {}).get("aacSettings")
        if settings is not None:
            yield from aac.refused(settings, f"{place}/codecSettings/aacSettings")
        yield from _of_remix(described.get("remixSettings"), f"{place}/remixSettings")


def _rates_fit(h264: Settings) -> bool:
    has_average, has_most = "bitrate" in h264, "maxBitrate" in h264
    if h264.get("rateControlMode") == "QVBR":
        return has_most and not has_average
    return has_average and not has_most


def _of_remix(remix: Settings | None, path: str) -> Iterator[str]:
    if remix is None:
        return
    channels = remix["channelMapping"]["outputChannels"]
    if len(channels) != remix["channelsOut"]:
        yield f"{path}/channelMapping/outputChannels: Should have {remix['channelsOut']} items"
    for index, channel in enumerate(channels):
        if len(channel["inputChannels"]) != remix["channelsIn"]:
            place = f"{path}/channelMapping/outputChannels/{index}/inputChannels"
            yield f"{place}: Should have {remix['channelsIn']} items"
