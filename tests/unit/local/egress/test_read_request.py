import pytest
from livekit import api
from livekit.protocol.egress import EncodingOptions, S3Upload

from local.egress.egress_info import starting
from local.egress.order import Order
from local.egress.read_request import read_request
from local.egress.upload import location
from tests.unit.local.egress.examples import KEYS, NOW, a_file, a_request

pytestmark = pytest.mark.unit


def order(**changes: object) -> Order:
    return read_request(a_request(**changes), room_id="RM_1", now=NOW, api_key=KEYS.api_key)


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("raw/S1/001.mp4", "raw/S1/001.mp4"),
        ("raw/S1/001", "raw/S1/001.mp4"),
        ("raw/S1/001.ogg", "raw/S1/001.mp4"),
        ("raw/v1.2", "raw/v1.2.mp4"),
        ("raw/{room_name}/", "raw/a-room/a-room-2026-11-21T093015.mp4"),
        ("{room_id}-{utc}", "RM_1-20261121093015250.mp4"),
        ("../../raw/x", "raw/x.mp4"),
    ],
)
def test_the_file_is_named_as_livekit_names_it(path: str, key: str) -> None:
    assert order(file_outputs=[a_file(filepath=path)]).key == key


def test_sound_alone_becomes_ogg_unless_said_otherwise() -> None:
    asked = order(file_outputs=[a_file(file_type=api.EncodedFileType.DEFAULT_FILETYPE, filepath="x")])

    assert (asked.file_type, asked.key) == (api.EncodedFileType.OGG, "x.ogg")


@pytest.mark.parametrize("changes", [{"layout": "grid"}, {"custom_base_url": "https://example.com"}])
def test_a_layout_takes_the_two_sides_away_as_in_livekit(changes: dict[str, object]) -> None:
    assert order(**changes).mixing == api.AudioMixing.DEFAULT_MIXING
    assert order().mixing == api.AudioMixing.DUAL_CHANNEL_AGENT


def test_the_bit_rate_is_the_requests() -> None:
    assert order(advanced=EncodingOptions(audio_bitrate=96)).bits_per_second == 96_000


def test_no_key_of_the_storage_is_told_to_anyone() -> None:
    info = starting(order(), a_request(), at_ns=1)

    told = info.SerializeToString()

    assert b"AKIA" not in told
    assert b"opens nothing" not in told
    assert b"nor this" not in told
    assert order().target.secret == "opens nothing"


@pytest.mark.parametrize(
    ("target", "where"),
    [
        (S3Upload(bucket="raw"), "https://raw.s3.amazonaws.com/a.mp4"),
        (
            S3Upload(bucket="raw", endpoint="https://127.0.0.1:4566", force_path_style=True),
            "https://127.0.0.1:4566/raw/a.mp4",
        ),
    ],
)
def test_the_location_is_the_objects_address(target: S3Upload, where: str) -> None:
    asked = order(file_outputs=[a_file(s3=target, filepath="a.mp4")])

    assert location(asked.target, asked.key) == where
