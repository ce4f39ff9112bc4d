import ipaddress
import json
import stat
from pathlib import Path
from typing import Any

import pytest

from local.installation import Installation
from local.livekit_server import livekit_configuration, write_configuration
from local.livekit_start import LiveKitKeys

pytestmark = pytest.mark.unit

WEBHOOK = "http://localhost:8080/where/the/stacks/say"
KEYS = LiveKitKeys(api_key="echosphere", api_secret="s3cret: {with} 'signs'")


@pytest.fixture
def configuration(tmp_path: Path) -> dict[str, Any]:
    return livekit_configuration(Installation(home=tmp_path), KEYS, WEBHOOK)


def test_every_address_is_on_loopback(configuration: dict[str, Any]) -> None:
    rtc = configuration["rtc"]
    addresses = [*configuration["bind_addresses"], rtc["node_ip"], *(it.split(":")[0] for it in rtc["stun_servers"])]

    assert all(ipaddress.ip_address(it).is_loopback for it in addresses)
    assert not rtc["use_external_ip"]


def test_browsers_are_handed_no_stun_server_of_another_machine(configuration: dict[str, Any]) -> None:
    assert configuration["rtc"]["stun_servers"], "an empty list hands out Google's"


def test_the_stun_address_is_not_the_media_port(configuration: dict[str, Any]) -> None:
    """A browser takes all that comes from there for answers of a STUN server, and never connects."""
    ports = {int(it.split(":")[1]) for it in configuration["rtc"]["stun_servers"]}

    assert configuration["rtc"]["udp_port"] not in ports


def test_the_tcp_fallback_that_listens_on_every_address_is_off(configuration: dict[str, Any]) -> None:
    assert configuration["rtc"]["tcp_port"] == 0


def test_the_keys_are_those_of_the_deployed_secret(configuration: dict[str, Any]) -> None:
    assert configuration["keys"] == {KEYS.api_key: KEYS.api_secret}
    assert configuration["webhook"]["api_key"] == KEYS.api_key


def test_rooms_tell_the_deployed_webhook(configuration: dict[str, Any]) -> None:
    assert configuration["webhook"]["urls"] == [WEBHOOK]


def test_only_its_owner_reads_the_file_with_the_secret(tmp_path: Path) -> None:
    path = tmp_path / "livekit.yaml"
    path.write_text("from an earlier run")
    path.chmod(0o644)

    write_configuration(path, {"keys": {"a": "b"}})

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert json.loads(path.read_text()) == {"keys": {"a": "b"}}
