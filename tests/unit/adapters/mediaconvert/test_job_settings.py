from typing import Any

import pytest
from botocore.loaders import Loader
from botocore.model import ServiceModel
from botocore.validate import validate_parameters

from echosphere.adapters.mediaconvert import aac_table
from echosphere.adapters.mediaconvert.job_settings import job_settings
from echosphere.adapters.mediaconvert.transcode_job import SourceFacts
from tests.unit.adapters.mediaconvert.examples import TALK, job, video

pytestmark = pytest.mark.unit


def settings(facts: SourceFacts = TALK) -> dict[str, Any]:
    return dict(job_settings(job(facts)))


def hls(facts: SourceFacts = TALK) -> dict[str, Any]:
    group: dict[str, Any] = settings(facts)["OutputGroups"][0]
    return group


def names(facts: SourceFacts) -> list[str]:
    destination = hls(facts)["OutputGroupSettings"]["HlsGroupSettings"]["Destination"]
    return [f"{destination}{output['NameModifier']}".rsplit("/", 1)[-1] for output in hls(facts)["Outputs"]]


def pictures(facts: SourceFacts) -> list[tuple[int, int, int]]:
    described = [output["VideoDescription"] for output in hls(facts)["Outputs"] if "VideoDescription" in output]
    return [(each["Width"], each["Height"], each["CodecSettings"]["H264Settings"]["MaxBitrate"]) for each in described]


@pytest.mark.parametrize("facts", [TALK, video(1920, 1080), SourceFacts(dual_channel=False, duration_s=1.0)])
def test_boto3s_own_model_knows_every_setting(facts: SourceFacts) -> None:
    model = ServiceModel(Loader().load_service_model("mediaconvert", "service-2"))

    validate_parameters(settings(facts), model.shape_for("JobSettings"))


def test_a_talk_becomes_three_qualities_of_sound() -> None:
    assert names(TALK) == ["audio_128k", "audio_96k", "audio_64k"]


def test_a_recording_with_a_picture_has_the_same_sounds_beside_its_pictures() -> None:
    assert names(video(1920, 1080)) == [
        "video_1080p",
        "video_720p",
        "video_480p",
        "video_audio_128k",
        "video_audio_96k",
        "video_audio_64k",
    ]


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (1920, 1080, [(1920, 1080, 4_500_000), (1280, 720, 2_500_000), (852, 480, 1_000_000)]),
        (1280, 720, [(1280, 720, 2_500_000), (852, 480, 1_000_000)]),
        (1279, 719, [(852, 480, 1_000_000)]),
        (3840, 2160, [(1920, 1080, 4_500_000), (1280, 720, 2_500_000), (852, 480, 1_000_000)]),
    ],
)
def test_no_picture_is_larger_than_the_source(width: int, height: int, expected: list[tuple[int, int, int]]) -> None:
    assert pictures(video(width, height)) == expected


def test_a_source_below_every_size_keeps_its_own() -> None:
    assert pictures(video(641, 361)) == [(640, 360, 1_000_000)]
    assert names(video(641, 361))[0] == "video_360p"


def test_every_sound_is_one_that_mediaconverts_table_allows() -> None:
    for group in settings(video(1280, 720))["OutputGroups"]:
        for output in group["Outputs"]:
            for described in output.get("AudioDescriptions", []):
                aac = described["CodecSettings"]["AacSettings"]
                assert aac["Bitrate"] in aac_table.allowed(aac["CodingMode"], aac["SampleRate"])


def test_both_sides_are_heard_in_each_rendition_and_cannot_clip() -> None:
    for output in hls()["Outputs"]:
        remix = output["AudioDescriptions"][0]["RemixSettings"]
        (levels,) = remix["ChannelMapping"]["OutputChannels"]
        assert len(levels["InputChannels"]) == 2
        assert sum(10 ** (level / 20) for level in levels["InputChannels"]) == pytest.approx(1, abs=0.01)


def test_the_two_sides_are_kept_apart_in_the_download() -> None:
    group = settings()["OutputGroups"][1]

    assert group["OutputGroupSettings"]["FileGroupSettings"]["Destination"] == "s3://media/media/s-1/001/dual"
    (output,) = group["Outputs"]
    assert output["Extension"] == "m4a"
    assert "RemixSettings" not in output["AudioDescriptions"][0]
    assert output["AudioDescriptions"][0]["CodecSettings"]["AacSettings"]["CodingMode"] == aac_table.STEREO


def test_beside_a_picture_the_two_sides_are_not_paid_for_again() -> None:
    assert len(settings(video(1280, 720))["OutputGroups"]) == 1


def test_a_recording_of_one_channel_is_not_mixed_and_has_no_download() -> None:
    facts = SourceFacts(dual_channel=False, duration_s=5.0)

    assert len(settings(facts)["OutputGroups"]) == 1
    assert all("RemixSettings" not in output["AudioDescriptions"][0] for output in hls(facts)["Outputs"])


def test_every_picture_comes_with_a_sound_that_stands_in_the_playlist() -> None:
    outputs = hls(video(1280, 720))["Outputs"]
    tracks = {
        output["NameModifier"]: output["OutputSettings"]["HlsSettings"]
        for output in outputs
        if "AudioDescriptions" in output
    }

    asked = {o["OutputSettings"]["HlsSettings"]["AudioRenditionSets"] for o in outputs if "VideoDescription" in o}

    assert asked == {"audio_128k"}
    assert tracks["_audio_128k"]["AudioTrackType"] == "ALTERNATE_AUDIO_AUTO_SELECT_DEFAULT"
    assert tracks["_audio_128k"]["AudioGroupId"] == "audio_128k"
    assert tracks["_audio_64k"]["AudioTrackType"] == "AUDIO_ONLY_VARIANT_STREAM"


def test_every_segment_is_a_whole_number_of_key_frame_distances() -> None:
    segment_s = hls()["OutputGroupSettings"]["HlsGroupSettings"]["SegmentLength"]
    h264 = hls(video(1280, 720))["Outputs"][0]["VideoDescription"]["CodecSettings"]["H264Settings"]

    assert h264["GopSizeUnits"] == "SECONDS"
    assert segment_s % h264["GopSize"] == 0


@pytest.mark.parametrize(
    ("coding_mode", "sample_rate_hz", "lowest", "highest"),
    [(aac_table.STEREO, 48_000, 64_000, 576_000), (aac_table.STEREO, 44_100, 64_000, 512_000)],
)
def test_the_table_says_what_the_service_says_when_it_refuses(
    coding_mode: aac_table.CodingMode, sample_rate_hz: int, lowest: int, highest: int
) -> None:
    bit_rates = aac_table.allowed(coding_mode, sample_rate_hz)

    assert (bit_rates[0], bit_rates[-1]) == (lowest, highest)


def test_an_unknown_sample_rate_has_no_bit_rate() -> None:
    assert aac_table.allowed(aac_table.MONO, 47_999) == ()
