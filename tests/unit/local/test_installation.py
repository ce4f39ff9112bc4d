from dataclasses import asdict
from pathlib import Path

import pytest

from local.installation import Installation, Ports

pytestmark = pytest.mark.unit


def test_two_platforms_with_other_ports_share_none() -> None:
    mine, tests = set(asdict(Ports()).values()), set(asdict(Ports.shifted(12_000)).values())

    assert not mine & tests
    assert max(tests) < 32_768, "the system gives the ports above to others"


def test_a_process_finds_its_installation_by_its_folder(tmp_path: Path) -> None:
    installation = Installation(home=tmp_path, port_shift=7)
    installation.save()

    assert Installation.load(tmp_path) == installation


def test_the_addresses_follow_the_ports(tmp_path: Path) -> None:
    installation = Installation(home=tmp_path, port_shift=1)

    assert installation.page_origin == "http://localhost:8081"
    assert installation.livekit_api_url == "http://127.0.0.1:7891"


def test_only_its_owner_looks_into_an_installation(tmp_path: Path) -> None:
    home = tmp_path / "home"
    Installation(home=home).save()

    assert home.stat().st_mode & 0o077 == 0
