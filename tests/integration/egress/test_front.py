"""One address for two services, on connections that carry both."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import WSMsgType, web
from livekit import api

from local.egress.service import Settings, egress_service
from local.installation import LOOPBACK
from tests.free_port import free_port
from tests.unit.local.egress.examples import KEYS, a_token

pytestmark = pytest.mark.integration

LIST = "/twirp/livekit.Egress/ListEgress"


async def echo(request: web.Request) -> web.StreamResponse:
    """Stands for the server: tells what reached it."""
    if request.headers.get("Upgrade", "").lower() == "websocket":
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        async for message in socket:
            if message.type == WSMsgType.BINARY:
                await socket.send_bytes(message.data[::-1])
        return socket
    body = await request.read()
    if "chunked" in request.query:
        answer = web.StreamResponse()
        await answer.prepare(request)
        await answer.write(body)
        return answer
    return web.json_response({"method": request.method, "path": request.path, "bytes": len(body)})


@pytest_asyncio.fixture
async def address(tmp_path: Path) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", echo)
    runner = web.AppRunner(app)
    await runner.setup()
    server_port, port = free_port(), free_port()
    await web.TCPSite(runner, LOOPBACK, server_port).start()
    async with egress_service(Settings(folder=tmp_path / "r", port=port, server_port=server_port, keys=KEYS)):
        yield f"http://{LOOPBACK}:{port}"
    await runner.cleanup()


@pytest_asyncio.fixture
async def one_connection() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=1)) as http:
        yield http


async def list_egress(http: aiohttp.ClientSession, address: str) -> object:
    headers = {"Authorization": f"Bearer {a_token(api.VideoGrants(room_record=True))}"}
    async with http.post(f"{address}{LIST}", json={}, headers=headers) as answer:
        return await answer.json()


async def test_one_connection_carries_both_and_each_call_reaches_its_own(
    address: str, one_connection: aiohttp.ClientSession
) -> None:
    for number in range(5):
        async with one_connection.post(f"{address}/twirp/livekit.RoomService/ListRooms", data=bytes(number)) as answer:
            assert (await answer.json())["bytes"] == number
        assert await list_egress(one_connection, address) == {}


async def test_bodies_of_any_size_go_through(address: str, one_connection: aiohttp.ClientSession) -> None:
    async with one_connection.put(f"{address}/x", data=bytes(900_000)) as answer:
        assert await answer.json() == {"method": "PUT", "path": "/x", "bytes": 900_000}


async def test_chunks_go_through_both_ways(address: str, one_connection: aiohttp.ClientSession) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(3):
            yield b"abc"

    for _ in range(2):
        async with one_connection.post(f"{address}/x?chunked", data=pieces()) as answer:
            assert await answer.read() == b"abc" * 3
        async with one_connection.post(f"{address}/x?chunked", data=b"abc") as answer:
            assert await answer.read() == b"abc"
        assert await list_egress(one_connection, address) == {}


async def test_who_waits_for_leave_to_send_its_body_gets_it(
    address: str, one_connection: aiohttp.ClientSession
) -> None:
    async with one_connection.post(f"{address}/x", data=b"abc", expect100=True) as answer:
        assert (await answer.json())["bytes"] == 3
    assert await list_egress(one_connection, address) == {}


async def test_a_head_request_and_an_empty_answer_end_where_they_end(
    address: str, one_connection: aiohttp.ClientSession
) -> None:
    async with one_connection.head(f"{address}/x") as answer:
        assert answer.status == 200
    assert await list_egress(one_connection, address) == {}


async def test_a_web_socket_goes_through_both_ways(address: str, one_connection: aiohttp.ClientSession) -> None:
    async with one_connection.ws_connect(f"{address}/rtc") as socket:
        for message in (b"abc", bytes(200_000) + b"x"):
            await socket.send_bytes(message)
            assert await socket.receive_bytes() == message[::-1]


async def test_what_is_no_http_is_refused(address: str) -> None:
    reader, writer = await asyncio.open_connection(LOOPBACK, int(address.rsplit(":", 1)[1]))
    writer.write(b"hello\r\n\r\n")

    assert (await reader.read()).startswith(b"HTTP/1.1 400 ")
    writer.close()


async def test_without_the_server_its_calls_are_unavailable_and_recordings_are_not(
    tmp_path: Path, one_connection: aiohttp.ClientSession
) -> None:
    port = free_port()
    async with egress_service(Settings(folder=tmp_path, port=port, server_port=free_port(), keys=KEYS)):
        address = f"http://{LOOPBACK}:{port}"
        async with one_connection.get(address) as answer:
            assert answer.status == 503
        assert await list_egress(one_connection, address) == {}


async def test_errors_are_json_whatever_was_asked_in(address: str, one_connection: aiohttp.ClientSession) -> None:
    async with one_connection.post(
        f"{address}{LIST}", data=b"", headers={"Content-Type": "application/protobuf"}
    ) as got:
        assert json.loads(await got.read())["code"] == "unauthenticated"
