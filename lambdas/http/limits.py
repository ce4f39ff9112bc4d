"""Each request of a person counts, and its answer tells what is left (draft-ietf-httpapi-ratelimit-headers)."""

from http import HTTPMethod

from fastapi import Request, Response

from echosphere.bootstrap.limits import rate_limiter, reads, writes
from echosphere.domain.rate_limit import Allowance, RateLimit, counted_as

# Opens what is read; a player asks for it every hour.
READ_ALL_THE_SAME = "/playback"


def count_request(person_id: str, request: Request, response: Response) -> None:
    """Raises TooManyRequests."""
    allowance = rate_limiter().take(counted_as(person_id), _limit_of(request))
    response.headers.update(rate_limit_headers(allowance))


def rate_limit_headers(allowance: Allowance) -> dict[str, str]:
    limit = allowance.limit
    return {
        "RateLimit-Policy": f'"{limit.name}";q={limit.most};w={limit.window_s}',
        "RateLimit": f'"{limit.name}";r={allowance.left};t={allowance.resets_in_s}',
    }


def _limit_of(request: Request) -> RateLimit:
    only_looks = request.method == HTTPMethod.GET or request.url.path.endswith(READ_ALL_THE_SAME)
    return reads() if only_looks else writes()
