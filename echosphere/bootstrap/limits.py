"""How often one person or one address may ask, in this process and in all the others together."""

from functools import cache

from echosphere.adapters.dynamodb.rate_counter import DynamoRateCounter
from echosphere.adapters.system_clock import SystemClock
from echosphere.bootstrap.backend import backend_ports
from echosphere.domain.rate_limit import RateLimit
from echosphere.services.keep_within_limit import RateLimiter
from echosphere.settings import LimitSettings, read_settings

# A page of the history asks for a dozen things at once; one of them is counted for all.
READS_AT_ONCE = 20
VISITS_WINDOW_S = 60 * 60


@cache
def rate_limiter() -> RateLimiter:
    backend_ports()  # the table is open from here on
    return RateLimiter(DynamoRateCounter(), SystemClock())


@cache
def writes() -> RateLimit:
    return RateLimit(name="writes", most=read_settings(LimitSettings).most_writes)


@cache
def reads() -> RateLimit:
    return RateLimit(name="reads", most=read_settings(LimitSettings).most_reads, lease=READS_AT_ONCE)


@cache
def visits() -> RateLimit:
    return RateLimit(
        name="visits", most=read_settings(LimitSettings).most_visits, lease=READS_AT_ONCE, window_s=VISITS_WINDOW_S
    )
