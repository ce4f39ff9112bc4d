"""Stands between the functions and two services of the cloud: answers some calls itself, and kills who makes others.

The functions find it by AWS's own variables, `AWS_ENDPOINT_URL_DYNAMODB` and `…_MEDIACONVERT`. All else goes on.
"""

import asyncio
import re
import ssl
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import aiohttp
import psutil
from aiohttp import web

from local.installation import LOOPBACK, Installation
from local.processes import platform_processes
from tests.integration.recording.faults import Fault, Talk

# The host stays: it is part of what the caller signed.
HOP = frozenset({"connection", "content-length", "transfer-encoding"})
STARTED_WITHIN_S = 10
# boto3 asks three times before it leaves the rest to the queue.
ASKED_A_DELIVERY = 3
WRITE = "TransactWriteItems"
KILLED_BEFORE = {Fault.KILLED_WITH_JOB: b'"transcoding"', Fault.KILLED_BEFORE_READY: b'"ready"'}
GATES_OWN = {Fault.THROTTLED, Fault.TABLE_AWAY, *KILLED_BEFORE}


class Gate:
    """`done` counts what it did to whom. The table comes back when `table_is_back` is set."""

    def __init__(self, installation: Installation, talks: Sequence[Talk], name: str) -> None:
        self._installation = installation
        self._faults = {talk.session_id: talk.fault for talk in talks}
        self._session_id = re.compile(rf"{name}-\d{{4}}".encode())
        self.done: Counter[tuple[Fault, str]] = Counter()
        self.table_is_back = False
        self.port = 0

    async def answer(self, request: web.Request) -> web.StreamResponse:
        body = await request.read()
        found = self._session_id.search(body)
        if found and (refusal := self._refusal(request, body, found[0].decode())):
            return refusal
        return await self._pass_on(request, body)

    def _refusal(self, request: web.Request, body: bytes, session_id: str) -> web.Response | None:
        fault, action = self._faults[session_id], request.headers.get("X-Amz-Target", "CreateJob").split(".")[-1]
        before = self.done[fault, session_id]
        if (fault, action) == (Fault.THROTTLED, "CreateJob") and before < ASKED_A_DELIVERY:
            answer = _too_many()
        elif (fault, action) == (Fault.TABLE_AWAY, WRITE) and not self.table_is_back:
            answer = _away()
        elif action == WRITE and before == 0 and KILLED_BEFORE.get(fault, b"\0") in body:
            self._kill(request)
            answer = _away()
        else:
            return None
        self.done[fault, session_id] += 1
        return answer

    def _kill(self, request: web.Request) -> None:
        """Whoever asked."""
        assert request.transport
        port = request.transport.get_extra_info("peername")[1]
        for process in platform_processes(self._installation.home):
            if port in _ports(process):
                process.kill()

    async def _pass_on(self, request: web.Request, body: bytes) -> web.Response:
        headers = {name: value for name, value in request.headers.items() if name.lower() not in HOP}
        url = f"{self._installation.cloud_url}{request.path_qs}"
        async with self._http.request(request.method, url, data=body, headers=headers, ssl=self._tls) as answer:
            kept = {name: value for name, value in answer.headers.items() if name.lower() not in HOP}
            return web.Response(status=answer.status, body=await answer.read(), headers=kept)

    async def serve(self, started: threading.Event, stop: asyncio.Event) -> None:
        self._tls = ssl.create_default_context(cafile=str(self._installation.certificate))
        app = web.Application(client_max_size=2**24)
        app.router.add_route("*", "/{path:.*}", self.answer)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        async with aiohttp.ClientSession(auto_decompress=False) as self._http:
            site = web.TCPSite(runner, LOOPBACK, 0)
            await site.start()
            self.port = runner.addresses[0][1]
            started.set()
            await stop.wait()
            await runner.cleanup()


@contextmanager
def standing_between(installation: Installation, talks: Sequence[Talk], name: str) -> Iterator[Gate]:
    gate, started = Gate(installation, talks, name), threading.Event()
    loop, stop = asyncio.new_event_loop(), asyncio.Event()
    thread = threading.Thread(target=loop.run_until_complete, args=[gate.serve(started, stop)])
    thread.start()
    assert started.wait(STARTED_WITHIN_S)
    try:
        yield gate
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
        loop.close()


def _too_many() -> web.Response:
    headers = {"x-amzn-errortype": "TooManyRequestsException"}
    return web.json_response({"message": "Too Many Requests"}, status=429, headers=headers)


def _away() -> web.Response:
    kind = "com.amazonaws.dynamodb.v20120810#InternalServerError"
    return web.json_response({"__type": kind, "message": "Internal server error"}, status=500)


def _ports(process: psutil.Process) -> set[int]:
    try:
        return {each.laddr.port for each in process.net_connections("tcp") if each.laddr}
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return set()
