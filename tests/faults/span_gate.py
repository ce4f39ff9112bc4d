"""Stands before the collector, for the functions' spans alone, and plays an exporter on its bad days."""

from http import HTTPStatus

import httpx2

from tests.faults.stand_in import Answer, StandIn

PROTOBUF = "application/x-protobuf"


class SpanGate(StandIn):
    """`refuses`: it is there and takes nothing, as with a key that has ended. `taken`: requests that went on."""

    def __init__(self, collector_url: str) -> None:
        super().__init__()
        self._collector_url = collector_url
        self.refuses = False
        self.taken = 0

    def answer(self, path: str, body: bytes) -> Answer:
        if self.refuses:
            return Answer(b"", kind=PROTOBUF, status=HTTPStatus.FORBIDDEN)
        url, headers = f"{self._collector_url}{path}", {"content-type": PROTOBUF}
        passed = httpx2.post(url, content=body, headers=headers, trust_env=False)
        self.taken += passed.is_success
        return Answer(passed.content, kind=PROTOBUF, status=HTTPStatus(passed.status_code))
