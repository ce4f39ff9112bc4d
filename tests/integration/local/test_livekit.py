"""The real LiveKit server with the configuration of the local platform."""

import asyncio
import subprocess
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import psutil
import pytest
from livekit import api

from local.close_rooms import close_rooms
from local.installation import LOOPBACK, Installation
from local.livekit_server import configuration_file, livekit_configuration, write_configuration
from local.livekit_start import LiveKitKeys
from local.programs import find_livekit_server
from local.readiness import livekit_answers, wait_until

pytestmark = pytest.mark.integration

NOBODY = "http://127.0.0.1:9/"  # discard: no webhook is waited for
KEYS = LiveKitKeys(api_key="echosphere", api_secret="0123456789 {0123456789}: '0123456789'")
PORT_SHIFT = 13_000


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    installation = Installation(home=tmp_path / "home", port_shift=PORT_SHIFT)
    installation.save()
    write_configuration(configuration_file(installation), livekit_configuration(installation, KEYS, NOBODY))
    return installation


@pytest.fixture
def server(installation: Installation) -> Iterator[psutil.Process]:
    command = [str(find_livekit_server(installation)), "--config", str(configuration_file(installation))]
    process = subprocess.Popen(command)
    try:
        wait_until(lambda: livekit_answers(installation), what="livekit", within_s=30)
        yield psutil.Process(process.pid)
    finally:
        process.kill()
        process.wait()


async def make_room(installation: Installation, name: str) -> None:
    timeout = aiohttp.ClientTimeout(total=5)
    async with api.LiveKitAPI(
        installation.livekit_server_url, KEYS.api_key, KEYS.api_secret, timeout=timeout
    ) as livekit:
        await livekit.room.create_room(api.CreateRoomRequest(name=name))


def test_it_listens_on_loopback_alone(server: psutil.Process, installation: Installation) -> None:
    bound = {connection.laddr for connection in server.net_connections("inet") if not connection.raddr}

    assert bound == {(LOOPBACK, installation.ports.livekit), (LOOPBACK, installation.ports.livekit_media)}


def test_talks_that_still_run_are_ended_with_the_platform(server: psutil.Process, installation: Installation) -> None:
    asyncio.run(make_room(installation, "talk"))

    assert [close_rooms(installation), close_rooms(installation)] == [1, 0]


def test_a_server_that_is_gone_has_no_rooms(installation: Installation) -> None:
    assert close_rooms(installation) == 0


def test_a_platform_that_never_started_has_no_rooms(tmp_path: Path) -> None:
    assert close_rooms(Installation(home=tmp_path)) == 0
