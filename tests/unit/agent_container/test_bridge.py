"""Blocking code has one way to the loop and back."""

import threading

import pytest

from agent_container.bridge import Bridge

pytestmark = pytest.mark.unit


async def test_blocking_code_runs_on_the_bridges_own_thread() -> None:
    thread = await Bridge("store").run(threading.current_thread)

    assert thread is not threading.current_thread()
    assert thread.name.startswith("store")


async def test_what_goes_wrong_on_the_other_side_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        await Bridge("store").run(lambda: 1 // 0)


async def test_a_closed_bridge_takes_nobody() -> None:
    bridge = Bridge("store")
    bridge.close()

    with pytest.raises(RuntimeError):
        await bridge.run(threading.current_thread)
