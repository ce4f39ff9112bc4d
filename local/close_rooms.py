"""`python -m local.close_rooms HOME`: ends the talks that still run when the platform is stopped.

The agent would let them go on until it is killed, and they would stay unfinished for ever.
"""

import argparse
import asyncio
import json
from pathlib import Path

import aiohttp
from livekit import api

from local.installation import Installation
from local.livekit_server import configuration_file

LONGEST_WAIT_S = 3.0


def main() -> None:
    parser = argparse.ArgumentParser(prog="local.close_rooms")
    parser.add_argument("home", type=Path)
    close_rooms(Installation.load(parser.parse_args().home))


def close_rooms(installation: Installation) -> int:
    """Says how many there were. A server that does not answer has no rooms."""
    written = configuration_file(installation)
    if not written.is_file():
        return 0
    ((key, secret),) = json.loads(written.read_text())["keys"].items()
    try:
        return asyncio.run(_close_rooms(installation.livekit_server_url, key, secret))
    except (aiohttp.ClientError, api.TwirpError, TimeoutError):
        return 0


async def _close_rooms(url: str, key: str, secret: str) -> int:
    timeout = aiohttp.ClientTimeout(total=LONGEST_WAIT_S)
    async with api.LiveKitAPI(url, key, secret, timeout=timeout) as livekit:
        rooms = (await livekit.room.list_rooms(api.ListRoomsRequest())).rooms
        for room in rooms:
            await livekit.room.delete_room(api.DeleteRoomRequest(room=room.name))
    return len(rooms)


if __name__ == "__main__":
    main()
