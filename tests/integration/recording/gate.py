"""What stands between the pipeline's functions and two services, and plays the faults that need it there."""

import re
from collections import Counter
from collections.abc import Sequence

from aiohttp import web

from local.installation import Installation
from local.processes import platform_processes
from tests.gate import Gate
from tests.integration.recording.faults import Fault, Talk
from tests.processes import if_alive

# boto3 asks three times before it leaves the rest to the queue.
ASKED_A_DELIVERY = 3
WRITE = "TransactWriteItems"
KILLED_BEFORE = {Fault.KILLED_WITH_JOB: b'"transcoding"', Fault.KILLED_BEFORE_READY: b'"ready"'}
GATES_OWN = {Fault.THROTTLED, Fault.TABLE_AWAY, *KILLED_BEFORE}


class FaultGate(Gate):
    """`done` counts what it did to whom. The table comes back when `table_is_back` is set."""

    def __init__(self, installation: Installation, talks: Sequence[Talk], name: str) -> None:
        super().__init__(installation)
        self._faults = {talk.session_id: talk.fault for talk in talks}
        self._session_id = re.compile(rf"{name}-\d{{4}}".encode())
        self.done: Counter[tuple[Fault, str]] = Counter()
        self.table_is_back = False

    async def refusal(self, request: web.Request, body: bytes) -> web.Response | None:
        found = self._session_id.search(body)
        return self._of_talk(request, body, found[0].decode()) if found else None

    def _of_talk(self, request: web.Request, body: bytes, session_id: str) -> web.Response | None:
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
            if any(each.laddr and each.laddr.port == port for each in if_alive(process.net_connections) or ()):
                process.kill()


def _too_many() -> web.Response:
    headers = {"x-amzn-errortype": "TooManyRequestsException"}
    return web.json_response({"message": "Too Many Requests"}, status=429, headers=headers)


def _away() -> web.Response:
    kind = "com.amazonaws.dynamodb.v20120810#InternalServerError"
    return web.json_response({"__type": kind, "message": "Internal server error"}, status=500)
