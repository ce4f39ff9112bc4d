"""One recording's life: a process that records, what is said about it, and the upload at its end."""

import asyncio
import time
from contextlib import suppress
from http import HTTPStatus

from livekit import api
from livekit.protocol.egress import EgressInfo
from pydantic import TypeAdapter, ValidationError

from local.egress import egress_info
from local.egress.errors import UploadFailed
from local.egress.measure_sound import salvage
from local.egress.order import Order
from local.egress.recorder.task import STOP, Ended, Ending, News, Started, Task
from local.egress.recorder_processes import RecorderProcesses
from local.egress.shelf import Entry
from local.egress.upload import upload_file, upload_manifest
from local.egress.webhooks import Thread

DIED = "egress process died"
STARTED, UPDATED, ENDED = "egress_started", "egress_updated", "egress_ended"
NEWS: TypeAdapter[News] = TypeAdapter(News)


class Recording:
    """`entry` always holds what was last told."""

    def __init__(self, entry: Entry, order: Order, info: EgressInfo, thread: Thread) -> None:
        self.entry = entry
        self.order = order
        self.info = info
        self._thread = thread
        self._process: asyncio.subprocess.Process | None = None
        self._is_to_stop = False

    async def run(self, task: Task, processes: RecorderProcesses) -> None:
        self._tell(STARTED)
        self._process = await processes.take()
        self._say(task.model_dump_json())
        if self._is_to_stop:
            self._say(STOP)
        ended = await self._follow(self._process)
        await self._process.wait()
        await self.settle(ended)

    def stop(self) -> None:
        if self.info.status in {api.EgressStatus.EGRESS_STARTING, api.EgressStatus.EGRESS_ACTIVE}:
            egress_info.ending(self.info, egress_info.END_ASKED, at_ns=time.time_ns())
        self.let_go()

    def let_go(self) -> None:
        """The recorder ends; nobody asked for it."""
        self._is_to_stop = True
        self._say(STOP)

    async def settle(self, ended: Ended | None) -> None:
        """`ended`: the recorder's last word; None when it died without."""
        heard_ns = await asyncio.to_thread(salvage, self.entry.sound, self.order.file_type)
        size = self.entry.sound.stat().st_size if heard_ns else 0
        is_stored = not heard_ns
        self._conclude(ended, heard_ns=heard_ns, size=size)
        if heard_ns:
            is_stored = await self._store()
        self._tell(ENDED)
        await self._thread.close()
        self.entry.settle(keep_sound=not is_stored)

    async def tell_the_end_again(self) -> None:
        """It was settled, but the service died before all had heard of it."""
        self._tell(ENDED)
        await self._thread.close()
        self.entry.settle(keep_sound=not self.info.file_results[0].location)

    async def _follow(self, process: asyncio.subprocess.Process) -> Ended | None:
        assert process.stdout
        async for line in process.stdout:
            with suppress(ValidationError):
                match NEWS.validate_json(line):
                    case Started() as started:
                        now_ns = time.time_ns()
                        egress_info.activate(self.info, first_sample_ns=started.first_sample_ns, at_ns=now_ns)
                        self._tell(UPDATED)
                    case Ending() as ending:
                        egress_info.ending(self.info, ending.reason, at_ns=time.time_ns())
                        self._tell(UPDATED)
                    case Ended() as ended:
                        return ended
        return None

    def _conclude(self, ended: Ended | None, *, heard_ns: int, size: int) -> None:
        now_ns = time.time_ns()
        if heard_ns:
            egress_info.measured(self.info, duration_ns=heard_ns, size=size)
        if ended is None:
            egress_info.fail(self.info, DIED, at_ns=now_ns)
        elif ended.failure:
            code = (
                HTTPStatus.SERVICE_UNAVAILABLE
                if ended.failure == egress_info.CONNECTION_LOST
                else HTTPStatus.INTERNAL_SERVER_ERROR
            )
            egress_info.fail(self.info, ended.failure, code=code, at_ns=now_ns)
        elif not ended.samples:
            was_stopped = self.info.status == api.EgressStatus.EGRESS_ENDING
            words = egress_info.STOPPED_TOO_SOON if was_stopped else egress_info.NEVER_HEARD
            egress_info.abort(self.info, words, at_ns=now_ns)
        elif self.info.details.endswith(egress_info.END_OF_TIME):
            egress_info.reach_limit(self.info, at_ns=now_ns)
        else:
            egress_info.complete(self.info, at_ns=now_ns)

    async def _store(self) -> bool:
        try:
            where = await asyncio.to_thread(upload_file, self.entry.sound, self.order)
            egress_info.stored(self.info, location=where)
            if self.order.with_manifest and self.info.status != api.EgressStatus.EGRESS_FAILED:
                self.info.manifest_location = await asyncio.to_thread(upload_manifest, self.order, self.info)
        except UploadFailed as error:
            egress_info.fail(self.info, str(error), code=HTTPStatus.BAD_REQUEST, at_ns=time.time_ns())
            return False
        return True

    def _say(self, line: str) -> None:
        if self._process and self._process.stdin:
            with suppress(ConnectionError):
                self._process.stdin.write(f"{line}\n".encode())

    def _tell(self, event: str) -> None:
        # On a full disk the news is all that is known of it.
        with suppress(OSError):
            self.entry.write_info(self.info)
        self._thread.tell(event, self.info)
