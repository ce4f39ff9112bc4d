"""One cloud for all tests of transcodes; each uses names of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.local.cloud import scratch_installation
from tests.integration.local.mediaconvert.place import Place, furnish, make_talk, running_place


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with running_place(scratch_installation(tmp_path_factory.mktemp("mediaconvert") / "home")) as running:
        furnish(running)
        yield running


@pytest.fixture(scope="session")
def role_arn(place: Place) -> str:
    return place.role("transcoder")


@pytest.fixture(scope="session")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_talk(tmp_path_factory.mktemp("talk") / "talk.mp4", seconds=12.5)
