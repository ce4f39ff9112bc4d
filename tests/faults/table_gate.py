"""Stands before the table, and plays what DynamoDB does on a bad day."""

import asyncio
from enum import StrEnum

from aiohttp import web

from local.installation import Installation
from tests.gate import Gate

WRITES = frozenset({"BatchWriteItem", "DeleteItem", "PutItem", "TransactWriteItems", "UpdateItem"})
API = "com.amazonaws.dynamodb.v20120810#"


class Trouble(StrEnum):
    THROTTLED = "throttled"
    READ_ONLY = "read_only"
    SILENT = "silent"


class TableGate(Gate):
    """`asked` counts the calls that met with trouble."""

    def __init__(self, installation: Installation) -> None:
        super().__init__(installation)
        self.trouble: Trouble | None = None
        self.asked = 0

    async def refusal(self, request: web.Request, body: bytes) -> web.Response | None:
        action = request.headers.get("X-Amz-Target", "").rpartition(".")[2]
        if self.trouble is None or (self.trouble is Trouble.READ_ONLY and action not in WRITES):
            return None
        self.asked += 1
        match self.trouble:
            case Trouble.THROTTLED:
                return _error("ProvisionedThroughputExceededException", 400)
            case Trouble.READ_ONLY:
                return _error("InternalServerError", 500)
            case Trouble.SILENT:
                await asyncio.Event().wait()  # until whoever asked has had enough
        return None


def _error(kind: str, status: int) -> web.Response:
    return web.json_response({"__type": f"{API}{kind}", "message": "not today"}, status=status)
