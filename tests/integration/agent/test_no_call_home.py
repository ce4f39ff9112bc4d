"""Turn detection, interruption and telemetry have defaults that dial LiveKit Cloud. None may be left."""

import sys
from collections.abc import Iterator

import psutil
import pytest

from tests.integration.agent.place import Place
from tests.integration.agent.test_talking import is_answered
from tests.processes import if_alive

pytestmark = [pytest.mark.integration, pytest.mark.asyncio(loop_scope="package")]

ANSWER = "12 times 7 is 84."
DIALLING = ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname")


@pytest.fixture
def dialled() -> Iterator[list[str]]:
    """Hosts that Python code of this process dials. An audit hook stays for good, so it is told when to stop."""
    hosts: list[str] = []
    is_watching = True

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if is_watching and event in DIALLING:
            where = arguments[1] if event in DIALLING[:2] else arguments
            if isinstance(where, tuple) and isinstance(where[0], str):
                hosts.append(where[0])

    sys.addaudithook(watch)
    yield hosts
    is_watching = False


async def test_a_whole_talk_opens_no_connection_but_to_this_machine(place: Place, dialled: list[str]) -> None:
    session = place.new_session()

    async with place.visit(session) as person:
        await person.until_greeted()
        said_at = await person.say("what is twelve times seven")
        await person.until(lambda: person.first_sound_after(said_at) is not None)
        connected = [
            connection.raddr.ip
            for process in (psutil.Process(), *psutil.Process().children(recursive=True))
            for connection in if_alive(process.net_connections) or ()
            if connection.raddr
        ]
        await person.until_agent_listens()
        is_answered_at_once = any("84" in said for said in person.agent_said)
        assert is_answered_at_once or await is_answered(person, "what is twelve times seven", "kal16", ANSWER)

    assert {*dialled, *connected} - own_names() == set()


def own_names() -> set[str]:
    """WebRTC's two ends meet on whichever of the machine's own addresses they find; none of it leaves the machine."""
    addresses = [one.address for interface in psutil.net_if_addrs().values() for one in interface]
    own = {address.split("%")[0] for address in addresses} | {"127.0.0.1", "::1"}
    return own | {f"::ffff:{address}" for address in own} | {"localhost"}
