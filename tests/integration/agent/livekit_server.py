"""The real LiveKit server, on loopback, on ports of its own."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from local.installation import CHECKOUT, Installation
from local.programs import find_livekit_server
from tests.free_port import free_port

HERE = Installation(home=CHECKOUT / "build")
CONFIG = """
port: {port}
bind_addresses: ["127.0.0.1"]
keys: {{{api_key}: {api_secret}}}
logging: {{level: error}}
rtc:
  tcp_port: {tcp_port}
  udp_port: {udp_port}
  node_ip: 127.0.0.1
  enable_loopback_candidate: true
  use_external_ip: false
  stun_servers: ["127.0.0.1:9"]
"""


@dataclass(frozen=True, slots=True)
class LiveKitServer:
    url: str
    api_key: str = "test"
    api_secret: str = "a-secret-of-the-tests-and-of-nothing-else"


@asynccontextmanager
async def a_livekit_server() -> AsyncIterator[LiveKitServer]:
    port, tcp_port, udp_port = free_port(), free_port(), free_port(socket.SOCK_DGRAM)
    server = LiveKitServer(f"ws://127.0.0.1:{port}")
    config = CONFIG.format(
        port=port, tcp_port=tcp_port, udp_port=udp_port, api_key=server.api_key, api_secret=server.api_secret
    )
    process = await asyncio.create_subprocess_exec(str(find_livekit_server(HERE)), "--config-body", config)
    try:
        await _until_it_listens(port)
        yield server
    finally:
        process.kill()  # asked politely, one that nobody entered waits for ever
        await process.wait()


async def _until_it_listens(port: int) -> None:
    async with asyncio.timeout(10):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except ConnectionRefusedError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return
