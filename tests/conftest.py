import gc
import os
import sys
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.platform import Platform


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None]:
    """What is imported stays until the end: a fifth of the unit suite's time went into looking through it for waste."""
    gc.disable()
    yield
    gc.freeze()
    gc.enable()


HOW_IT_WENT = pytest.StashKey[int]()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    session.config.stash[HOW_IT_WENT] = int(session.exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """LiveKit's threads call into Python while it ends, which sometimes aborts it, and all seems to have failed."""
    if "livekit.rtc" in sys.modules and HOW_IT_WENT in config.stash:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[HOW_IT_WENT])


@pytest.fixture(scope="session")
def platform() -> Iterator["Platform"]:
    """One for all suites that need the whole; it takes half a minute."""
    from tests.platform import running_platform  # noqa: PLC0415  # the unit suite need not load it

    with running_platform() as platform:
        yield platform


@pytest.fixture(scope="session")
def aws(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an emulator without a platform, one for all suites."""
    from tests.emulator import running_emulator  # noqa: PLC0415  # the unit suite need not load it

    with running_emulator(tmp_path_factory.mktemp("emulator")) as address:
        yield address
