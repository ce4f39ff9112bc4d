"""The service: its address, its recordings, and their ends at its own end."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import aiohttp
from livekit import api

from local.egress.errors import Refused
from local.egress.front import PIECE, Front
from local.egress.recordings import Recordings
from local.egress.shelf import Shelf
from local.egress.twirp import EgressApi
from local.egress.webhooks import Webhooks
from local.installation import LOOPBACK
from local.livekit_start import LiveKitKeys

# No talk is as long, and no forgotten room fills the disk.
LONGEST_S = 4 * 3600.0
ONE_ANSWER = aiohttp.ClientTimeout(total=10)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """`port` is the address's, `server_port` the real server's, both on loopback; `webhooks` hear of everything."""

    folder: Path
    port: int
    server_port: int
    keys: LiveKitKeys
    webhooks: Sequence[str] = ()
    longest_s: float = LONGEST_S


@asynccontextmanager
async def egress_service(settings: Settings) -> AsyncIterator[Recordings]:
    async with aiohttp.ClientSession(timeout=ONE_ANSWER) as http:
        recordings = Recordings(
            shelf=Shelf(settings.folder),
            webhooks=Webhooks(partial(_post, http), settings.keys, settings.webhooks),
            keys=settings.keys,
            rooms_url=f"ws://{LOOPBACK}:{settings.server_port}",
            find_room=lambda name: _room_id(http, settings, name),
            longest_s=settings.longest_s,
        )
        recordings.begin()
        front = Front(EgressApi(recordings, settings.keys).answer, (LOOPBACK, settings.server_port))
        server = await asyncio.start_server(front.serve, LOOPBACK, settings.port, limit=PIECE)
        try:
            yield recordings
        finally:
            server.close()
            await recordings.close()
            server.close_clients()


async def _post(http: aiohttp.ClientSession, url: str, headers: dict[str, str], body: bytes) -> int | None:
    try:
        async with http.post(url, data=body, headers=headers) as answer:
            return answer.status
    except (aiohttp.ClientError, TimeoutError):
        return None


async def _room_id(http: aiohttp.ClientSession, settings: Settings, name: str) -> str | None:
    keys = settings.keys
    async with api.LiveKitAPI(
        f"http://{LOOPBACK}:{settings.server_port}", keys.api_key, keys.api_secret, session=http
    ) as livekit:
        try:
            rooms = (await livekit.room.list_rooms(api.ListRoomsRequest(names=[name]))).rooms
        except (aiohttp.ClientError, api.TwirpError, TimeoutError) as error:
            raise Refused("unavailable", "no response from servers") from error
    return rooms[0].sid if rooms else None
