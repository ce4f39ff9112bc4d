"""Transcribe's stream: an event stream each way, over HTTP/2 and TLS."""

import asyncio
import json
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import DataReceived, RequestReceived

from tests.contract.providers.wire.event_stream import event, exception, payloads
from tests.contract.providers.wire.script import RATE, Fault, Script

UNDERSTOOD_BYTES = RATE // 2 * 2
REFUSALS = {
    Fault.THROTTLE: (429, "LimitExceededException"),
    Fault.BROKEN: (500, "InternalFailureException"),
    Fault.REFUSED: (403, "AccessDeniedException"),
}


@asynccontextmanager
async def transcribe(script: Script, certificate: Path, key: Path) -> AsyncIterator[str]:
    """Its address."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    context.set_alpn_protocols(["h2"])
    server = await asyncio.get_running_loop().create_server(lambda: _Side(script), "127.0.0.1", 0, ssl=context)
    try:
        yield f"https://localhost:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        server.abort_clients()
        await server.wait_closed()


class _Side(asyncio.Protocol):
    """The server's end of one connection."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._h2 = H2Connection(H2Configuration(client_side=False))
        self._said = 0
        self._has_ended = False
        self._received = bytearray()
        self._call: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._h2.initiate_connection()
        self._send()
        self._call = asyncio.create_task(self._be_open())

    def connection_lost(self, exc: Exception | None) -> None:
        if self._call is not None:
            self._call.cancel()

    def data_received(self, data: bytes) -> None:
        for happened in self._h2.receive_data(data):
            if isinstance(happened, RequestReceived):
                self._begin(happened)
            elif isinstance(happened, DataReceived):
                self._h2.acknowledge_received_data(happened.flow_controlled_length, happened.stream_id)
                self._take(happened.data, happened.stream_id)
        self._send()

    def _begin(self, request: RequestReceived) -> None:
        told = {name.decode(): value.decode() for name, value in request.headers or []}
        self._script.requests.append(told)
        status, kind = REFUSALS.get(self._script.fault, (200, "")) if self._script.fault else (200, "")
        headers = [(":status", str(status)), ("x-amzn-request-id", "one")]
        if kind:
            body = json.dumps({"Message": "no"}).encode()
            headers += [("x-amzn-errortype", kind), ("content-type", "application/json")]
            self._h2.send_headers(request.stream_id, headers)
            self._h2.send_data(request.stream_id, body, end_stream=True)
        else:
            self._h2.send_headers(request.stream_id, [*headers, ("content-type", "application/vnd.amazon.eventstream")])

    def _take(self, data: bytes, stream: int) -> None:
        """Each message is signed, and holds one of sound. One without sound ends the talk, from both sides."""
        self._received += data
        for signed in payloads(self._received):
            sound = b"".join(payloads(bytearray(signed)))
            self._script.heard_bytes += len(sound)
            if not sound and not self._has_ended:
                self._has_ended = True
                self._h2.end_stream(stream)
            if not self._has_ended:
                self._hear(stream)

    def _hear(self, stream: int) -> None:
        words, script = self._script.words, self._script
        while script.fault in {None, Fault.CUT} and self._said < len(words) and self._is_enough():
            self._said += 1
            self._h2.send_data(stream, _result("".join(words[: self._said]), is_partial=self._said < len(words)))
            if script.fault is Fault.CUT:
                self._h2.send_data(stream, exception("InternalFailureException", {"Message": "no"}), end_stream=True)
                self._has_ended = True
                return

    def _is_enough(self) -> bool:
        return self._script.heard_bytes >= UNDERSTOOD_BYTES * (self._said + 1) / len(self._script.words)

    def _send(self) -> None:
        self._transport.write(self._h2.data_to_send())

    async def _be_open(self) -> None:
        async with self._script.call(self._transport.get_extra_info("peername")[:2]):
            await asyncio.get_running_loop().create_future()


def _result(text: str, *, is_partial: bool) -> bytes:
    item = {"Content": text, "StartTime": 0.0, "EndTime": 0.5, "Type": "pronunciation", "Confidence": 0.9}
    result = {
        "ResultId": "one",
        "StartTime": 0.0,
        "EndTime": 0.5,
        "IsPartial": is_partial,
        "LanguageCode": "ja-JP",
        "Alternatives": [{"Transcript": text, "Items": [item]}],
    }
    return event("TranscriptEvent", {"Transcript": {"Results": [result]}})
