"""LiveKit's own client and server say what the local Egress must answer."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from livekit import api
from livekit.protocol.egress import (
    EncodedFileOutput,
    ListEgressRequest,
    RoomCompositeEgressRequest,
    S3Upload,
    StopEgressRequest,
    WebEgressRequest,
)

from local.egress.service import Settings, egress_service
from local.livekit_start import LiveKitKeys
from tests.free_port import free_port
from tests.integration.agent.livekit_server import LiveKitServer, a_livekit_server

pytestmark = pytest.mark.contract


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server() -> AsyncIterator[LiveKitServer]:
    async with a_livekit_server() as server:
        yield server


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def ours(server: LiveKitServer, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    settings = Settings(
        folder=tmp_path_factory.mktemp("egress") / "recordings",
        port=free_port(),
        server_port=int(server.url.rsplit(":", 1)[1]),
        keys=LiveKitKeys(api_key=server.api_key, api_secret=server.api_secret),
    )
    async with egress_service(settings):
        yield f"http://127.0.0.1:{settings.port}"


def a_request(room: str) -> RoomCompositeEgressRequest:
    file = EncodedFileOutput(file_type=api.EncodedFileType.MP4, filepath="x.mp4", s3=S3Upload(bucket="raw"))
    return RoomCompositeEgressRequest(room_name=room, audio_only=True, file_outputs=[file])


async def refusal(url: str, token: str, body: bytes = b"", *, kind: str = "application/protobuf") -> tuple[int, str]:
    """Status and body, but for the token, which the real server says back."""
    headers = {"Authorization": f"Bearer {token}", "Content-Type": kind}
    async with aiohttp.ClientSession() as http, http.post(url, data=body, headers=headers) as answer:
        return answer.status, (await answer.text()).split(token)[0].removesuffix(": ")


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("method", ["StartRoomCompositeEgress", "StopEgress", "ListEgress", "Dance"])
@pytest.mark.parametrize("secret", ["", "a secret of somebody else, of the right length"])
@pytest.mark.parametrize("kind", ["application/protobuf", "application/json", "text/plain"])
async def test_who_may_not_record_hears_what_the_real_server_says(
    server: LiveKitServer, ours: str, method: str, secret: str, kind: str
) -> None:
    token = api.AccessToken(server.api_key, secret or server.api_secret).with_grants(api.VideoGrants(room_list=True))
    path = f"/twirp/livekit.Egress/{method}"
    real = server.url.replace("ws", "http", 1)
    body = b"{}" if kind == "application/json" else b""

    answers = [await refusal(f"{url}{path}", token.to_jwt(), body, kind=kind) for url in (real, ours)]

    assert answers[0] == answers[1]


@pytest.mark.asyncio(loop_scope="module")
async def test_livekits_client_starts_lists_and_stops(server: LiveKitServer, ours: str) -> None:
    async with api.LiveKitAPI(ours, server.api_key, server.api_secret) as livekit:
        room = await livekit.room.create_room(api.CreateRoomRequest(name="contract"))
        started = await livekit.egress.start_room_composite_egress(a_request("contract"))
        listed = await livekit.egress.list_egress(ListEgressRequest(room_name="contract", active=True))
        stopped = await livekit.egress.stop_egress(StopEgressRequest(egress_id=started.egress_id))

    assert (started.room_id, started.room_name) == (room.sid, "contract")
    assert started.status == api.EgressStatus.EGRESS_STARTING
    assert [it.egress_id for it in listed.items] == [started.egress_id]
    assert stopped.egress_id == started.egress_id


@pytest.mark.asyncio(loop_scope="module")
async def test_livekits_client_reads_each_refusal(server: LiveKitServer, ours: str) -> None:
    async with api.LiveKitAPI(ours, server.api_key, server.api_secret) as livekit:
        with pytest.raises(api.TwirpError) as no_room:
            await livekit.egress.start_room_composite_egress(a_request("nowhere"))
        with pytest.raises(api.TwirpError) as no_egress:
            await livekit.egress.stop_egress(StopEgressRequest(egress_id="EG_never"))
        with pytest.raises(api.TwirpError) as not_played:
            await livekit.egress.start_web_egress(WebEgressRequest(url="https://example.com"))

    assert (no_room.value.code, no_room.value.message) == ("not_found", "requested room does not exist")
    assert (no_egress.value.code, no_egress.value.message) == ("not_found", "egress does not exist")
    assert not_played.value.code == "unimplemented"
