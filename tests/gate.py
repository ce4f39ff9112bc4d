"""Stands between functions and services of the cloud, and answers some calls itself. All else goes on.

The functions find it by AWS's own variables, `AWS_ENDPOINT_URL_DYNAMODB` and the like.
"""

import asyncio
import ssl
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager

import aiohttp
from aiohttp import web

from local.installation import LOOPBACK, Installation
from tests.function_variables import with_variables
from tests.platform import Platform

# The host stays: it is part of what the caller signed.
HOP = frozenset({"connection", "content-length", "transfer-encoding"})
STARTED_WITHIN_S = 10


class Gate(ABC):
    def __init__(self, installation: Installation) -> None:
        self._installation = installation
        self.port = 0

    @abstractmethod
    async def refusal(self, request: web.Request, body: bytes) -> web.Response | None:
        """What is answered instead of the cloud; None lets the call through."""

    async def serve(self, started: threading.Event, stop: asyncio.Event) -> None:
        self._tls = ssl.create_default_context(cafile=str(self._installation.certificate))
        app = web.Application(client_max_size=2**24)
        app.router.add_route("*", "/{path:.*}", self._answer)
        runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=1.0)
        await runner.setup()
        async with aiohttp.ClientSession(auto_decompress=False) as self._http:
            site = web.TCPSite(runner, LOOPBACK, 0)
            await site.start()
            self.port = runner.addresses[0][1]
            started.set()
            await stop.wait()
            await runner.cleanup()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        body = await request.read()
        return await self.refusal(request, body) or await self._pass_on(request, body)

    async def _pass_on(self, request: web.Request, body: bytes) -> web.Response:
        headers = {name: value for name, value in request.headers.items() if name.lower() not in HOP}
        url = f"{self._installation.cloud_url}{request.path_qs}"
        async with self._http.request(request.method, url, data=body, headers=headers, ssl=self._tls) as answer:
            kept = {name: value for name, value in answer.headers.items() if name.lower() not in HOP}
            return web.Response(status=answer.status, body=await answer.read(), headers=kept)


@contextmanager
def standing[G: Gate](gate: G) -> Iterator[G]:
    """In a thread of its own."""
    started, loop, stop = threading.Event(), asyncio.new_event_loop(), asyncio.Event()
    thread = threading.Thread(target=loop.run_until_complete, args=[gate.serve(started, stop)])
    thread.start()
    assert started.wait(STARTED_WITHIN_S)
    try:
        yield gate
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
        loop.close()


def led_through(platform: Platform, function: str, gate: Gate, services: Sequence[str]) -> AbstractContextManager[None]:
    """The function of that folder under `lambdas/`."""
    through = {f"AWS_ENDPOINT_URL_{service}": f"http://{LOOPBACK}:{gate.port}" for service in services}
    return with_variables(platform, function, through)
