from collections.abc import Callable
from typing import Any

import pytest

from echosphere.adapters.mediaconvert.transcode_job import SourceFacts
from local.mediaconvert import refusals
from local.mediaconvert.outcomes import Refused
from tests.unit.adapters.mediaconvert.examples import TALK, video
from tests.unit.local.mediaconvert.examples import body

pytestmark = pytest.mark.unit

Change = Callable[[dict[str, Any]], object]
AAC = "/outputGroups/0/outputs/2/audioDescriptions/0/codecSettings/aacSettings"
H264 = "/outputGroups/0/outputs/0/videoDescription/codecSettings/h264Settings"


def group(request: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = request["settings"]["outputGroups"][0]
    return found


def hls(request: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = group(request)["outputGroupSettings"]["hlsGroupSettings"]
    return found


def sound(request: dict[str, Any]) -> dict[str, Any]:
    """The first that stands alone, whatever stands before it."""
    found: dict[str, Any] = group(request)["outputs"][2]["audioDescriptions"][0]
    return found


def aac(request: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = sound(request)["codecSettings"]["aacSettings"]
    return found


def h264(request: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = group(request)["outputs"][0]["videoDescription"]["codecSettings"]["h264Settings"]
    return found


@pytest.mark.parametrize(
    "facts", [TALK, video(1920, 1080), video(320, 240), SourceFacts(dual_channel=False, duration_s=1)]
)
def test_the_products_own_jobs_are_taken(facts: SourceFacts) -> None:
    refusals.check(body(facts))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda it: it.pop("role"), "/: role is a required property"),
        (lambda it: it["settings"].pop("inputs"), "/: inputs is a required property"),
        (lambda it: it["settings"].update(outputGroups=[]), "/outputGroups: Should have at least 1 items"),
        (lambda it: group(it).update(outputs=[]), "/outputGroups/0/outputs: Should have at least 1 items"),
        (
            lambda it: group(it)["outputs"][0].pop("containerSettings"),
            "/outputGroups/0/outputs/0: containerSettings is a required property",
        ),
        (
            lambda it: group(it)["outputs"][1].pop("nameModifier"),
            "/outputGroups/0/outputs/1: nameModifier is a required property",
        ),
        (
            lambda it: hls(it).pop("segmentLength"),
            "/outputGroups/0/outputGroupSettings/hlsGroupSettings: segmentLength is a required property",
        ),
        (
            lambda it: hls(it).update(segmentLength=0),
            "/outputGroups/0/outputGroupSettings/hlsGroupSettings/segmentLength: Should be greater than or equal to 1",
        ),
        (
            lambda it: group(it)["outputs"][0]["containerSettings"].update(container="MP4"),
            "/outputGroups/0/outputs/0/containerSettings/container: Must be M3U8",
        ),
        (
            lambda it: group(it)["outputs"][0]["outputSettings"]["hlsSettings"].update(audioRenditionSets="none"),
            "/outputGroups/0/outputs/0/outputSettings/hlsSettings/audioRenditionSets: no output has the audio group",
        ),
        (lambda it: aac(it).pop("sampleRate"), f"{AAC}: sampleRate is a required property"),
        (
            lambda it: aac(it).update(codecProfile="MP3"),
            f'{AAC}/codecProfile: Should be equal to one of the allowed values in ["LC","HEV1","HEV2","XHE"]',
        ),
        (
            lambda it: sound(it)["remixSettings"]["channelMapping"]["outputChannels"][0]["inputChannels"].pop(),
            (
                "/outputGroups/0/outputs/2/audioDescriptions/0/remixSettings/channelMapping/outputChannels/0/inputChannels:"
                " Should have 2 items"
            ),
        ),
        (
            lambda it: it["settings"]["inputs"][0].update(fileInput="raw.mp4"),
            "/inputs/0/fileInput: Should match pattern",
        ),
        (lambda it: it["settings"].update(outputs=[]), "/outputs: is not a property of the API"),
        (
            lambda it: it.update(clientRequestToken="t" * 65),
            "/clientRequestToken: Should be at most 64 characters long",
        ),
        (lambda it: it.update(priority=51), "/priority: Should be less than or equal to 50"),
    ],
)
def test_a_request_that_aws_refuses_is_refused_in_its_words(change: Change, words: str) -> None:
    request = body()
    change(request)

    with pytest.raises(Refused) as refused:
        refusals.check(request)

    assert words in refused.value.words
    assert refused.value.code == "BadRequestException"


@pytest.mark.parametrize(
    ("mode", "rate", "bits", "words"),
    [
        (
            "CODING_MODE_2_0",
            48000,
            48000,
            "Sample rate 48000 you selected. Specify a bitrate in the range of 64000-576000",
        ),
        (
            "CODING_MODE_2_0",
            44100,
            56000,
            "Sample rate 44100 you selected. Specify a bitrate in the range of 64000-512000",
        ),
        (
            "CODING_MODE_1_0",
            48000,
            48000,
            "Sample rate 48000 you selected. Specify a bitrate in the range of 56000-288000",
        ),
        (
            "CODING_MODE_1_0",
            24000,
            64000,
            "Sample rate 24000 you selected. Specify a bitrate in the range of 24000-28000",
        ),
        ("CODING_MODE_2_0", 48000, 65000, "Sample rate 48000 you selected."),
    ],
)
def test_a_bit_rate_that_is_not_in_the_table_of_aac_is_refused(mode: str, rate: int, bits: int, words: str) -> None:
    request = body()
    aac(request).update(codingMode=mode, sampleRate=rate, bitrate=bits)

    with pytest.raises(Refused) as refused:
        refusals.check(request)

    assert f"{AAC}/bitrate: You specified a value for Bitrate that is not valid" in refused.value.words
    assert words in refused.value.words


def test_a_sample_rate_that_is_not_in_the_table_of_aac_is_refused() -> None:
    request = body()
    aac(request).update(sampleRate=47_999)

    with pytest.raises(Refused, match="Sample rate that is not valid"):
        refusals.check(request)


@pytest.mark.parametrize(
    "change",
    [
        lambda it: h264(it).pop("maxBitrate"),
        lambda it: h264(it).update(bitrate=1_000_000),
        lambda it: h264(it).update(rateControlMode="CBR"),
    ],
)
def test_rates_that_contradict_each_other_are_refused(change: Change) -> None:
    request = body(video(1280, 720))
    change(request)

    with pytest.raises(Refused) as refused:
        refusals.check(request)

    assert refused.value.words.startswith(f"{H264}: Your job contains values for the following settings that are")


@pytest.mark.parametrize(
    "change",
    [
        lambda it: hls(it).update(segmentControl="SINGLE_FILE"),
        lambda it: hls(it).update(encryption={"constantInitializationVector": "0" * 32}),
        lambda it: aac(it).update(codecProfile="HEV1"),
        lambda it: it["settings"]["inputs"].append(it["settings"]["inputs"][0]),
        lambda it: it["settings"]["inputs"][0].update(fileInput="https://example.com/talk.mp4"),
        lambda it: group(it)["outputs"][0]["audioDescriptions"].append(sound(it)),
        lambda it: it["settings"]["inputs"][0].update(inputClippings=[{"startTimecode": "00:00:01:00"}]),
    ],
)
def test_what_aws_would_take_and_is_not_played_here_is_refused_aloud(change: Change) -> None:
    request = body()
    change(request)

    with pytest.raises(Refused, match="is not played by the MediaConvert of this machine"):
        refusals.check(request)


def test_every_fault_of_a_request_is_named() -> None:
    request = body()
    request.pop("role")
    hls(request).pop("segmentLength")

    with pytest.raises(Refused) as refused:
        refusals.check(request)

    assert len(refused.value.words.split(" | ")) == 2
