"""The JWT authorizer asks its own server for Cognito's keys over plain HTTP, so under TLS every valid token is refused.

The keys are answered from the process instead of over the network.
"""

import json
import re
from collections.abc import Awaitable, Callable

from ministack.services import apigateway, cognito

Keys = dict[str, object]
KEYS_OF_A_POOL = re.compile(r"https?://[^/]+/(?P<pool>[\w-]+_[A-Za-z0-9]+)/\.well-known/jwks\.json")


def apply() -> None:
    apigateway._fetch_jwks = _in_process(apigateway._fetch_jwks)


def _in_process(fetch: Callable[[str], Awaitable[Keys]]) -> Callable[[str], Awaitable[Keys]]:
    async def fetch_keys(url: str) -> Keys:
        match = KEYS_OF_A_POOL.fullmatch(url)
        if match and cognito._get_pool_unscoped(match["pool"]) is not None:
            keys: Keys = json.loads(cognito.well_known_jwks(match["pool"])[2])
            return keys
        return await fetch(url)

    return fetch_keys
