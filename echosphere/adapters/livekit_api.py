"""LiveKit's server API: whose keys it is asked with, and a call that a rotation of them does not fail."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Protocol

from livekit import api


@dataclass(frozen=True, slots=True)
class LiveKitKeys:
    api_key: str
    api_secret: str

    def __repr__(self) -> str:
        return "LiveKitKeys(…)"


class KeySource(Protocol):
    def __call__(self, *, refused: LiveKitKeys | None = None) -> LiveKitKeys:
        """`refused`: what was not taken. They may have been rotated, so newer ones are given where there are any."""
        ...


def always(keys: LiveKitKeys) -> KeySource:
    """Of a process that is given its keys at its start."""

    def same(*, refused: LiveKitKeys | None = None) -> LiveKitKeys:
        return keys

    return same


async def ask_livekit[T](api_url: str, keys: KeySource, request: Callable[[api.LiveKitAPI], Awaitable[T]]) -> T:
    known = keys()
    try:
        return await _ask(api_url, known, request)
    except api.TwirpError as error:
        # Its guard answers in plain words, so that the code says nothing (livekit-server, pkg/service/auth.go).
        newer = keys(refused=known) if error.status == HTTPStatus.UNAUTHORIZED else known
        if newer == known:
            raise
    return await _ask(api_url, newer, request)


async def _ask[T](api_url: str, keys: LiveKitKeys, request: Callable[[api.LiveKitAPI], Awaitable[T]]) -> T:
    async with api.LiveKitAPI(api_url, keys.api_key, keys.api_secret) as livekit:
        return await request(livekit)
