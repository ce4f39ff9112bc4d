"""What LiveKit is asked for, and what is made of its answers."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from threading import Thread

import jwt
import pytest
from aiohttp import web
from livekit import api

from echosphere.adapters.livekit_api import LiveKitKeys, always
from echosphere.adapters.livekit_recorder import LiveKitRecorder, RawBucket
from echosphere.adapters.upload_grants import UploadGrant
from echosphere.domain.errors import RecorderRefused, RecorderUnavailable
from echosphere.domain.recording import RecordingKind

pytestmark = pytest.mark.unit
KEYS = LiveKitKeys("key", "a secret of at least thirty-two bytes")
OLD_KEYS = LiveKitKeys("old key", "a secret of at least thirty-two bytes, too")
KEY = "raw/session-1/001.mp4"


class FakeEgress:
    """LiveKit's Egress over its own protocol; `error` is Twirp's code to answer with."""

    def __init__(self) -> None:
        self.asked: list[api.RoomCompositeEgressRequest] = []
        self.may_record: list[bool] = []
        self.error: str | None = None
        self.is_slow = False
        self.closes = asyncio.Event()
        self.url = ""

    async def start(self, request: web.Request) -> web.Response:
        if self.is_slow:
            await self.closes.wait()
        bearer = request.headers["Authorization"].split()[1]
        if jwt.decode(bearer, options={"verify_signature": False})["iss"] != KEYS.api_key:
            return web.Response(text="invalid API key", status=401)
        if self.error:
            return web.json_response({"code": self.error, "msg": "no worker"}, status=500)
        claims = api.TokenVerifier(KEYS.api_key, KEYS.api_secret).verify(bearer)
        self.may_record.append(bool(claims.video and claims.video.room_record))
        self.asked.append(api.RoomCompositeEgressRequest.FromString(await request.read()))
        return _proto(api.EgressInfo(egress_id="EG_1"))

    async def list(self, request: web.Request) -> web.Response:
        output = api.EncodedFileOutput(filepath=KEY)
        mine = api.EgressInfo(
            egress_id="EG_1",
            status=api.EgressStatus.EGRESS_COMPLETE,
            room_composite=api.RoomCompositeEgressRequest(file_outputs=[output]),
            file_results=[api.FileInfo(started_at=1_700_000_000_123_456_789, duration=12_500_000_000, size=9)],
        )
        return _proto(api.ListEgressResponse(items=[mine, api.EgressInfo(egress_id="EG_2")]))


def _proto(message: "api.EgressInfo | api.ListEgressResponse") -> web.Response:
    return web.Response(body=message.SerializeToString(), content_type="application/protobuf")


@pytest.fixture
def egress() -> Iterator[FakeEgress]:
    fake, loop = FakeEgress(), asyncio.new_event_loop()
    app = web.Application()
    app.router.add_post("/twirp/livekit.Egress/StartRoomCompositeEgress", fake.start)
    app.router.add_post("/twirp/livekit.Egress/ListEgress", fake.list)
    runner = web.AppRunner(app)
    loop.run_until_complete(runner.setup())
    site = web.TCPSite(runner, "127.0.0.1", 0)
    loop.run_until_complete(site.start())
    fake.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    thread = Thread(target=loop.run_forever)
    thread.start()
    yield fake
    loop.call_soon_threadsafe(fake.closes.set)
    asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(5)
    loop.call_soon_threadsafe(loop.stop)
    thread.join(5)
    loop.close()


def recorder(url: str, *, endpoint: str = "") -> LiveKitRecorder:
    return LiveKitRecorder(
        api_url=url,
        keys=always(KEYS),
        bucket=RawBucket(name="raw-bucket", region="ap-northeast-1", endpoint=endpoint),
        grant=lambda key: UploadGrant("access", "secret", f"session for {key}"),
    )


def test_the_sound_of_a_room_is_recorded_with_both_sides_apart(egress: FakeEgress) -> None:
    started = recorder(egress.url).start(room_name="room-1", kind=RecordingKind.AUDIO, key=KEY, within_s=5)

    (asked,) = egress.asked
    assert started == "EG_1" and egress.may_record == [True]
    assert (asked.room_name, asked.audio_only) == ("room-1", True)
    assert asked.audio_mixing == api.AudioMixing.DUAL_CHANNEL_AGENT
    assert asked.layout == "", "with a layout LiveKit mixes both sides into one"
    (output,) = asked.file_outputs
    assert (output.filepath, output.file_type) == (KEY, api.EncodedFileType.MP4)


def test_pictures_are_recorded_with_the_sound(egress: FakeEgress) -> None:
    recorder(egress.url).start(room_name="room-1", kind=RecordingKind.VIDEO, key=KEY, within_s=5)

    assert (egress.asked[0].audio_only, egress.asked[0].layout) == (False, "grid")


def test_the_recorder_is_given_a_key_of_its_own_and_aws_own_way(egress: FakeEgress) -> None:
    recorder(egress.url).start(room_name="room-1", kind=RecordingKind.AUDIO, key=KEY, within_s=5)

    s3 = egress.asked[0].file_outputs[0].s3
    assert (s3.access_key, s3.session_token) == ("access", f"session for {KEY}")
    assert (s3.bucket, s3.region, s3.endpoint, s3.force_path_style) == ("raw-bucket", "ap-northeast-1", "", False)


def test_an_endpoint_of_ones_own_is_asked_by_path(egress: FakeEgress) -> None:
    asked = recorder(egress.url, endpoint="https://s3.test")

    asked.start(room_name="room-1", kind=RecordingKind.AUDIO, key=KEY, within_s=5)

    s3 = egress.asked[0].file_outputs[0].s3
    assert (s3.endpoint, s3.force_path_style) == ("https://s3.test", True)


def test_what_ran_is_told_by_its_file_and_what_writes_none_is_none_of_ours(egress: FakeEgress) -> None:
    (news,) = recorder(egress.url).list("room-1")

    assert (news.key, news.duration_s, news.has_file) == (KEY, 12.5, True)
    assert news.started_at is not None and news.started_at.microsecond == 123_000


@pytest.mark.parametrize("code", ["permission_denied", "invalid_argument", "not_found"])
def test_what_will_not_be_otherwise_tomorrow_is_a_refusal_with_livekits_words(egress: FakeEgress, code: str) -> None:
    egress.error = code

    with pytest.raises(RecorderRefused) as refused:
        recorder(egress.url).start(room_name="room-1", kind=RecordingKind.AUDIO, key=KEY, within_s=5)
    assert refused.value.words == "no worker"


@pytest.mark.parametrize("code", ["unavailable", "resource_exhausted", "internal", "deadline_exceeded"])
def test_what_may_be_otherwise_in_a_moment_is_tried_again(egress: FakeEgress, code: str) -> None:
    egress.error = code

    with pytest.raises(RecorderUnavailable):
        recorder(egress.url).start(room_name="room-1", kind=RecordingKind.AUDIO, key=KEY, within_s=5)


def test_keys_that_were_rotated_are_read_anew_and_the_recorder_is_called(egress: FakeEgress) -> None:
    def rotated(*, refused: LiveKitKeys | None = None) -> LiveKitKeys:
        return KEYS if refused == OLD_KEYS else OLD_KEYS

    late = replace(recorder(egress.url), keys=rotated)

    assert late.start(room_name="room-1", kind=RecordingKind.AUDIO, key=KEY, within_s=5) == "EG_1"


def test_keys_that_are_wrong_and_not_rotated_are_no_recorder(egress: FakeEgress) -> None:
    wrong = replace(recorder(egress.url), keys=always(OLD_KEYS))

    with pytest.raises(RecorderUnavailable):
        wrong.start(room_name="room-1", kind=RecordingKind.AUDIO, key=KEY, within_s=5)


def test_nobody_waits_longer_for_a_recorder_than_they_say(egress: FakeEgress) -> None:
    egress.is_slow = True

    with pytest.raises(RecorderUnavailable):
        recorder(egress.url).start(room_name="room-1", kind=RecordingKind.AUDIO, key=KEY, within_s=0.05)


def test_nobody_is_called_for_whom_the_upload_key_came_too_late(
    egress: FakeEgress, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([0.0, 5.1])
    monkeypatch.setattr("echosphere.adapters.livekit_recorder.monotonic", lambda: next(clock))

    with pytest.raises(RecorderUnavailable):
        recorder(egress.url).start(room_name="room-1", kind=RecordingKind.AUDIO, key=KEY, within_s=5)
    assert egress.asked == []


def test_a_server_that_does_not_answer_is_no_refusal() -> None:
    with pytest.raises(RecorderUnavailable):
        recorder("http://127.0.0.1:9").list("room-1")
