"""All recordings of this service: those that run, and those of which its disk still knows."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from livekit import api
from livekit.protocol.egress import (
    EgressInfo,
    ListEgressRequest,
    ListEgressResponse,
    RoomCompositeEgressRequest,
    StopEgressRequest,
)

from local.egress import egress_info
from local.egress.errors import Refused
from local.egress.order import Order
from local.egress.read_request import read_request
from local.egress.recorder.task import Task
from local.egress.recorder_processes import RecorderProcesses
from local.egress.recording import Recording
from local.egress.shelf import Entry, Shelf
from local.egress.webhooks import Webhooks
from local.livekit_start import LiveKitKeys

# A recorder whose service is gone ends its file and itself within a second.
FOR_THE_LAST_RECORDER_S = 10.0
LOOK_FOR_THE_ROOM_EVERY_S = 1.0
LIFE_OF_A_TOKEN = timedelta(hours=24)

FindRoom = Callable[[str], Awaitable[str | None]]


class Recordings:
    """`find_room` answers the id of a room that is open; `rooms_url` is the real server's."""

    def __init__(
        self,
        *,
        shelf: Shelf,
        webhooks: Webhooks,
        keys: LiveKitKeys,
        rooms_url: str,
        find_room: FindRoom,
        longest_s: float,
    ) -> None:
        self._shelf = shelf
        self._webhooks = webhooks
        self._keys = keys
        self._rooms_url = rooms_url
        self._find_room = find_room
        self._longest_s = longest_s
        self._processes = RecorderProcesses()
        self._running: dict[str, Recording] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self, request: RoomCompositeEgressRequest) -> EgressInfo:
        """Raises Refused."""
        room_id = await self._find_room(request.room_name) if request.room_name else ""
        if room_id is None:
            raise Refused("not_found", "requested room does not exist")
        order = read_request(request, room_id=room_id, now=datetime.now(UTC), api_key=self._keys.api_key)
        info = egress_info.starting(order, request, at_ns=time.time_ns())
        recording = self._recording(self._shelf.add(order, info), order, info)
        self._keep(recording, recording.run(self._task(recording), self._processes))
        self._care_for(self._let_go_of_a_room_that_closes(recording))
        return info

    async def stop(self, request: StopEgressRequest) -> EgressInfo:
        """Raises Refused."""
        recording = self._running.get(request.egress_id)
        if recording and recording.info.status not in egress_info.ENDED:
            recording.stop()
            return recording.info
        entry = self._shelf.find(request.egress_id)
        if entry is None:
            raise Refused("not_found", "egress does not exist")
        status = api.EgressStatus.Name(entry.info.status)
        raise Refused("failed_precondition", f"egress with status {status} cannot be stopped")

    async def list(self, request: ListEgressRequest) -> ListEgressResponse:
        running = {name: recording.info for name, recording in self._running.items()}
        infos = [running.get(entry.folder.name) or entry.info for entry in self._shelf.entries()]
        return ListEgressResponse(
            items=[
                info
                for info in infos
                if request.room_name in {"", info.room_name}
                and request.egress_id in {"", info.egress_id}
                and not (request.active and info.status in egress_info.ENDED)
            ]
        )

    def begin(self) -> None:
        """Accounts for recordings that ran when the service was killed: says so, and uploads what there is."""
        self._processes.prepare()
        self._shelf.forget_old()
        for entry in self._shelf.entries():
            if not entry.is_settled:
                recording = self._recording(entry, entry.order, entry.info)
                self._keep(recording, self._account_for(entry, recording))

    async def close(self) -> None:
        """Ends what still records as if it were asked to, and waits for the upload."""
        for recording in self._running.values():
            recording.stop()
        await asyncio.gather(*self._tasks)
        await self._processes.close()

    async def _account_for(self, entry: Entry, recording: Recording) -> None:
        if recording.info.status in egress_info.ENDED:
            await recording.tell_the_end_again()
            return
        await asyncio.to_thread(entry.wait_for_the_recorder, FOR_THE_LAST_RECORDER_S)
        await recording.settle(None)

    async def _let_go_of_a_room_that_closes(self, recording: Recording) -> None:
        """Before the recorder is in it; later it sees that itself."""
        while recording.info.status == api.EgressStatus.EGRESS_STARTING:
            with suppress(Refused):  # a server that does not answer has closed no room
                if await self._find_room(recording.order.room_name) != recording.order.room_id:
                    recording.let_go()
                    return
            await asyncio.sleep(LOOK_FOR_THE_ROOM_EVERY_S)

    def _recording(self, entry: Entry, order: Order, info: EgressInfo) -> Recording:
        return Recording(entry, order, info, self._webhooks.thread(order.hooks))

    def _keep(self, recording: Recording, life: Awaitable[None]) -> None:
        async def live() -> None:
            try:
                await life
            finally:
                del self._running[recording.order.egress_id]

        self._running[recording.order.egress_id] = recording
        self._care_for(live())

    def _care_for(self, life: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(life)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _task(self, recording: Recording) -> Task:
        order = recording.order
        return Task(
            url=self._rooms_url,
            token=recorder_token(order, self._keys),
            path=str(recording.entry.sound),
            file_type=order.file_type,
            mixing=order.mixing,
            layout=order.layout,
            bits_per_second=order.bits_per_second,
            longest_s=self._longest_s,
        )


def recorder_token(order: Order, keys: LiveKitKeys) -> str:
    """As LiveKit makes it (protocol/egress/token.go)."""
    grants = api.VideoGrants(
        room_join=True,
        room=order.room_name,
        can_subscribe=True,
        can_publish=False,
        can_publish_data=False,
        hidden=True,
        recorder=True,
    )
    token = api.AccessToken(keys.api_key, keys.api_secret).with_identity(order.egress_id).with_kind("egress")
    return token.with_grants(grants).with_ttl(LIFE_OF_A_TOKEN).to_jwt()
