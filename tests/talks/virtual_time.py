"""An event loop whose clock jumps to the next thing that is due: half an hour of talk takes no time and cannot race."""

import asyncio
import functools
import selectors
import time
from collections.abc import Callable, Coroutine

import pytest
from livekit.agents import llm

STARTS_AT = 1_795_165_200.0  # as `NINE_O_CLOCK` of the examples
CLOCKS = ("time", "monotonic", "perf_counter")


# LiveKit's messages keep the function that tells their time, so it has to look for the clock anew each time.
llm.ChatMessage.model_fields["created_at"].default_factory = lambda: time.time()  # noqa: PLW0108  # the function itself would be kept
llm.ChatMessage.model_rebuild(force=True)


class NothingMoreHappens(Exception):
    """Everything waits for something that nobody will do."""


def on_virtual_time[**P](script: Callable[P, Coroutine[None, None, None]]) -> Callable[P, None]:
    """Runs an async test on a loop of its own; whatever reads a clock sees the loop's."""

    @functools.wraps(script)
    def run(*arguments: P.args, **keywords: P.kwargs) -> None:
        run_on_virtual_time(script(*arguments, **keywords))

    return run


def run_on_virtual_time(script: Coroutine[None, None, None]) -> None:
    with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner, pytest.MonkeyPatch.context() as patch:
        loop = runner.get_loop()
        for clock in CLOCKS:
            patch.setattr(time, clock, lambda: STARTS_AT + loop.time())
        runner.run(script)


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self.now_s = 0.0
        super().__init__(_Jumping(self))

    def time(self) -> float:
        return self.now_s


class _Jumping(selectors.SelectSelector):
    def __init__(self, loop: VirtualTimeLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if (ready := super().select(0)) or timeout == 0:
            return ready
        if timeout is None:
            raise NothingMoreHappens
        self._loop.now_s += timeout
        return []
