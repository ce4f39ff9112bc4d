"""Each request of a person counts, or of an address where nobody is asked to sign in, and its answer tells what is left
(draft-ietf-httpapi-ratelimit-headers).

Two that ask for no token are not counted: LiveKit's webhook, which comes from a few addresses and proves each request
by its signature, and health, which does nothing and has to answer while the table does not.
"""

from collections.abc import Mapping
from http import HTTPMethod

from fastapi import Request, Response

from echosphere.bootstrap.edge import edge_secret
from echosphere.bootstrap.limits import rate_limiter, reads, visits, writes
from echosphere.domain.errors import TooManyRequests
from echosphere.domain.rate_limit import Allowance, RateLimit, address_counted_as, counted_as
from lambdas.http.viewer_address import viewer_address

# Opens what is read; a player asks for it every hour.
READ_ALL_THE_SAME = "/playback"


def count_request(person_id: str, request: Request, response: Response) -> None:
    """Raises TooManyRequests."""
    _count(counted_as(person_id), _limit_of(request), request, response)


def count_address(request: Request, response: Response) -> None:
    """Raises TooManyRequests, EdgeUnavailable."""
    secret = edge_secret().read()
    whose = address_counted_as(viewer_address(request, edge_secret=secret), key=secret)
    _count(whose, visits(), request, response)


def told(request: Request) -> Mapping[str, str]:
    """The headers that say what is left; none where nothing was counted."""
    headers: Mapping[str, str] = getattr(request.state, "rate_limit", {})
    return headers


def rate_limit_headers(allowance: Allowance) -> dict[str, str]:
    limit = allowance.limit
    return {
        "RateLimit-Policy": f'"{limit.name}";q={limit.most};w={limit.window_s}',
        "RateLimit": f'"{limit.name}";r={allowance.left};t={allowance.resets_in_s}',
    }


def _count(whose: str, limit: RateLimit, request: Request, response: Response) -> None:
    try:
        allowance = rate_limiter().take(whose, limit)
    except TooManyRequests as refused:
        _tell(request, Allowance(limit=limit, left=0, resets_in_s=refused.retry_after_s))
        raise
    _tell(request, allowance)
    response.headers.update(told(request))


def _tell(request: Request, allowance: Allowance) -> None:
    """Beside the request, for an answer that is a problem."""
    request.state.rate_limit = rate_limit_headers(allowance)


def _limit_of(request: Request) -> RateLimit:
    only_looks = request.method == HTTPMethod.GET or request.url.path.endswith(READ_ALL_THE_SAME)
    return reads() if only_looks else writes()
