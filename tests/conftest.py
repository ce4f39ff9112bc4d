from collections.abc import Iterator

import pytest

from tests.emulator import running_emulator
from tests.platform import Platform, running_platform


@pytest.fixture(scope="session")
def platform() -> Iterator[Platform]:
    """One for all suites that need the whole; it takes half a minute."""
    with running_platform() as platform:
        yield platform


@pytest.fixture(scope="session")
def aws(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an emulator without a platform, one for all suites."""
    with running_emulator(tmp_path_factory.mktemp("emulator")) as address:
        yield address
