"""Who has waited long is asked to come again before anything is begun: in time for an answer, as the edge waits 30 s.

Else a crowd is served until each has given up, and what is done for those who left keeps the next ones waiting.
"""

import time

from fastapi import Request

from echosphere.domain.errors import Overloaded

MOST_WAITED_S = 6.0  # some ten times a cold start


async def refuse_the_late(request: Request) -> None:
    """By when API Gateway took the request in, in milliseconds since 1970. Raises Overloaded."""
    came_ms = request.scope.get("aws.event", {}).get("requestContext", {}).get("timeEpoch")
    if came_ms is not None and time.time() - came_ms / 1000 > MOST_WAITED_S:
        raise Overloaded
