"""A transaction that is sent again, since its answer was late, is refused as another one where a number was written
otherwise than MiniStack keeps it ("30.0"): a client that tries again then takes what was written for lost.
"""

import json
from typing import Any

from ministack.services import dynamodb

TOKEN = "ClientRequestToken"  # noqa: S105  # a name
AS_WRITTEN = "as_written"


def apply() -> None:
    stock = dynamodb._transact_write_items

    def transact(data: dict[str, Any]) -> Any:  # noqa: ANN401  # an answer of MiniStack's
        token = data.get(TOKEN)
        if not token:
            return stock(data)
        asked = {name: value for name, value in data.items() if name != TOKEN}
        as_written = json.dumps(asked, sort_keys=True)
        before = dynamodb._txn_token_lookup(token)
        if before is not None and before.get(AS_WRITTEN) == as_written:
            before["signature"] = asked
        answer = stock(data)
        if (kept := dynamodb._txn_token_lookup(token)) is not None:
            kept.setdefault(AS_WRITTEN, as_written)
        return answer

    dynamodb._transact_write_items = transact
