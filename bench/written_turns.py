"""What a turn leaves in the table beside its words, written as always, to a DynamoDB that says yes at once.

Packed, signed and read as for the real one; only the wire is cut.
"""

import io
from collections.abc import Iterator
from http import HTTPStatus

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.compat import HTTPHeaders
from botocore.httpsession import URLLib3Session

from bench.stopwatch import Stopwatch, Taken
from echosphere.adapters.dynamodb.items import TableMeta
from echosphere.adapters.dynamodb.turn_store import DynamoTurnStore
from echosphere.adapters.dynamodb.usage_store import DynamoUsageStore
from tests.examples import a_session, a_turn, a_usage

UNMEASURED = 5
SOMEBODY = {"AWS_DEFAULT_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "bench", "AWS_SECRET_ACCESS_KEY": "bench"}


def measure_writes(turns: int) -> list[Taken]:
    """Of each turn: when it is asked, when it is answered, and what the talk has used by then."""
    session = a_session()
    turn, usage, taken = a_turn(session), a_usage(session), list[Taken]()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in SOMEBODY.items():
            patch.setenv(name, value)
        patch.setattr(TableMeta, "table_name", "bench")
        patch.setattr(URLLib3Session, "send", lambda _, request: _yes(request))
        for number in range(UNMEASURED + turns):
            stopwatch = Stopwatch()
            DynamoTurnStore().put(turn)
            DynamoTurnStore().put(turn)
            DynamoUsageStore().put(usage)
            if number >= UNMEASURED:
                taken.append(stopwatch.read())
    return taken


def _yes(request: AWSPreparedRequest) -> AWSResponse:
    return AWSResponse(request.url, HTTPStatus.OK, HTTPHeaders(), _Body(b"{}"))


class _Body(io.BytesIO):
    def stream(self, *_: object, **__: object) -> Iterator[bytes]:
        yield self.getvalue()
