"""Who is silent is waited for on virtual time: it costs none, and no busy machine makes a quick one late."""

from collections.abc import Mapping

from tests.talks.virtual_time import VirtualTimeLoop


def pytest_asyncio_loop_factories() -> Mapping[str, type[VirtualTimeLoop]]:
    return {"virtual_time": VirtualTimeLoop}
