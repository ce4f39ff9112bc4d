from collections.abc import Iterator

import pytest

from tests.platform import Platform, running_platform


@pytest.fixture(scope="session")
def platform() -> Iterator[Platform]:
    """One for all suites that need the whole; it takes half a minute."""
    with running_platform() as platform:
        yield platform
