"""Signed news of recordings, in order for each address. One that does not answer is told again, and delays no other."""

import asyncio
import secrets
import time
from base64 import b64encode
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from hashlib import sha256
from http import HTTPStatus

from google.protobuf.json_format import MessageToJson
from livekit import api
from livekit.protocol.egress import EgressInfo
from livekit.protocol.models import Room
from livekit.protocol.webhook import WebhookEvent

from local.egress.order import Hook
from local.livekit_start import LiveKitKeys

LIFE_OF_A_TOKEN = timedelta(minutes=5)
WAITS_S = (0.25, 0.5, 1, 2, 4, 8)

Sleep = Callable[[float], Awaitable[None]]
# Address, headers, body; answers the status, or None when nobody did.
Post = Callable[[str, dict[str, str], bytes], Awaitable[int | None]]


class Webhooks:
    """`platform` are the addresses that hear of every recording."""

    def __init__(self, post: Post, keys: LiveKitKeys, platform: Sequence[str], sleep: Sleep = asyncio.sleep) -> None:
        self._post = post
        self._keys = keys
        self._platform = platform
        self._sleep = sleep

    def thread(self, hooks: Sequence[Hook]) -> "Thread":
        """For one recording."""
        return Thread(self._deliver, [*(Hook(url=url) for url in self._platform), *hooks])

    async def _deliver(self, url: str, event: WebhookEvent) -> bool:
        body = MessageToJson(event, indent=None)
        for wait_s in (*WAITS_S, None):
            headers = {"Authorization": sign(body, self._keys), "Content-Type": "application/webhook+json"}
            status = await self._post(url, headers, body.encode())
            # What is refused once is refused always.
            if status and status < HTTPStatus.INTERNAL_SERVER_ERROR and status != HTTPStatus.TOO_MANY_REQUESTS:
                return True
            if wait_s is not None:
                await self._sleep(wait_s)
        print(f"webhook {event.event} was not taken by {url}", flush=True)
        return False


class Thread:
    """The news of one recording."""

    def __init__(self, deliver: Callable[[str, WebhookEvent], Awaitable[bool]], hooks: Sequence[Hook]) -> None:
        self._deliver = deliver
        self._hooks = hooks
        self._queues: dict[str, asyncio.Queue[WebhookEvent | None]] = {hook.url: asyncio.Queue() for hook in hooks}
        self._tasks = [asyncio.create_task(self._send(url, queue)) for url, queue in self._queues.items()]

    def tell(self, event: str, info: EgressInfo) -> None:
        message = WebhookEvent(
            event=event,
            id=f"EV_{secrets.token_urlsafe(9)}",
            created_at=int(time.time()),
            room=Room(sid=info.room_id, name=info.room_name),
        )
        message.egress_info.CopyFrom(info)
        for hook in self._hooks:
            if hook.wants(event):
                self._queues[hook.url].put_nowait(message)

    async def close(self) -> None:
        """When all is told, or given up."""
        for queue in self._queues.values():
            queue.put_nowait(None)
        await asyncio.gather(*self._tasks)

    async def _send(self, url: str, queue: asyncio.Queue[WebhookEvent | None]) -> None:
        while event := await queue.get():
            await self._deliver(url, event)


def sign(body: str, keys: LiveKitKeys) -> str:
    digest = b64encode(sha256(body.encode()).digest()).decode()
    return api.AccessToken(keys.api_key, keys.api_secret).with_sha256(digest).with_ttl(LIFE_OF_A_TOKEN).to_jwt()
