import json
from pathlib import Path

import pytest
from livekit import api
from livekit.protocol.egress import (
    EncodingOptions,
    ImageOutput,
    ListEgressRequest,
    ListEgressResponse,
    RoomCompositeEgressRequest,
    S3Upload,
    StopEgressRequest,
    StreamOutput,
)

from local.egress.twirp import PREFIX, Answer, Call, EgressApi
from tests.unit.local.egress.examples import KEYS, a_file, a_request, a_token, recordings_in

pytestmark = pytest.mark.unit

MAY_RECORD = a_token(api.VideoGrants(room_record=True))


@pytest.fixture
def egress(tmp_path: Path) -> EgressApi:
    return EgressApi(recordings_in(tmp_path), KEYS)


def call(method: str, body: bytes = b"", *, token: str | None = MAY_RECORD, kind: str = "application/protobuf") -> Call:
    headers = {"content-type": kind} | ({"authorization": f"Bearer {token}"} if token else {})
    return Call(verb="POST", path=f"{PREFIX}{method}", headers=headers, body=body)


def start(request: RoomCompositeEgressRequest) -> Call:
    return call("StartRoomCompositeEgress", request.SerializeToString())


def refusal(answer: Answer) -> tuple[int, str]:
    assert answer.content_type == "application/json"
    return answer.status, json.loads(answer.body)["code"]


@pytest.mark.parametrize("token", [None, a_token(api.VideoGrants(room_list=True))])
async def test_who_may_not_record_is_unauthenticated_as_livekit_says(egress: EgressApi, token: str | None) -> None:
    assert refusal(await egress.answer(call("ListEgress", token=token))) == (401, "unauthenticated")


@pytest.mark.parametrize(
    "token", ["no token", a_token(api.VideoGrants(room_record=True), secret="another secret, of somebody else")]
)
async def test_a_token_of_others_does_not_reach_the_api(egress: EgressApi, token: str) -> None:
    answer = await egress.answer(call("ListEgress", token=token))

    assert (answer.status, answer.content_type) == (401, "text/plain; charset=utf-8")


async def test_a_room_that_does_not_exist_is_not_found(egress: EgressApi) -> None:
    assert refusal(await egress.answer(start(a_request(room_name="another")))) == (404, "not_found")


@pytest.mark.parametrize(
    "changes",
    [
        {"room_name": ""},
        {"audio_only": False, "video_only": True},
        {"audio_only": False, "layout": "single-speaker"},
        {"audio_only": False, "custom_base_url": "https://example.com"},
        {"audio_only": False, "preset": api.EncodingOptionsPreset.H264_1080P_30},
        {"audio_only": False, "advanced": EncodingOptions(width=640, height=360)},
        {"audio_only": False, "file_outputs": [a_file(file_type=api.EncodedFileType.OGG)]},
        {"file_outputs": []},
        {"file_outputs": [a_file(), a_file()]},
        {"file_outputs": [a_file(s3=None)]},
        {"file_outputs": [a_file(s3=S3Upload())]},
        {"stream_outputs": [StreamOutput(urls=["rtmp://example.com"])]},
        {"image_outputs": [ImageOutput()]},
    ],
)
async def test_what_is_not_played_here_is_refused_by_name(egress: EgressApi, changes: dict[str, object]) -> None:
    answer = await egress.answer(start(a_request(**changes)))

    assert refusal(answer) == (400, "invalid_argument")
    assert json.loads(answer.body)["msg"]


@pytest.mark.parametrize("method", ["StartWebEgress", "StartTrackEgress", "UpdateStream"])
async def test_other_kinds_of_egress_are_unimplemented(egress: EgressApi, method: str) -> None:
    assert refusal(await egress.answer(call(method))) == (501, "unimplemented")


async def test_an_egress_that_never_was_cannot_be_stopped(egress: EgressApi) -> None:
    body = StopEgressRequest(egress_id="EG_never").SerializeToString()

    assert refusal(await egress.answer(call("StopEgress", body))) == (404, "not_found")


async def test_an_unknown_method_is_a_bad_route(egress: EgressApi) -> None:
    assert refusal(await egress.answer(call("Dance"))) == (404, "bad_route")


@pytest.mark.parametrize("kind", ["application/protobuf", "application/json"])
async def test_a_body_that_is_none_is_malformed(egress: EgressApi, kind: str) -> None:
    assert refusal(await egress.answer(call("ListEgress", b"\xff{", kind=kind))) == (400, "malformed")


async def test_it_speaks_protobuf_and_json(egress: EgressApi) -> None:
    asked = ListEgressRequest(room_name="a-room")
    in_protobuf = await egress.answer(call("ListEgress", asked.SerializeToString()))
    in_json = await egress.answer(call("ListEgress", b'{"room_name": "a-room"}', kind="application/json"))

    assert ListEgressResponse.FromString(in_protobuf.body) == ListEgressResponse()
    assert json.loads(in_json.body) == {}
