"""How often one person or one address may ask for something in a while, so that nobody takes what is everybody's.

A window begins for all at the same time, so that two of them in a row may hold twice as much: what is guarded are
machines and money, not fairness by the second.
"""

import hmac
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network

WINDOW_S = 15 * 60
# Of an IPv6 address, what a provider gives to one home: who has one address of it has them all.
HOME_BITS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLimit:
    """`lease`: so many are counted at once by a process, which then asks nobody for a while."""

    name: str
    most: int
    lease: int = 1
    window_s: int = WINDOW_S

    def window_at(self, now: datetime) -> int:
        """Seconds since 1970 at which the window began that holds this moment."""
        return int(now.timestamp()) // self.window_s * self.window_s

    def resets_in_s(self, now: datetime) -> int:
        """From 1 to the whole window."""
        return self.window_at(now) + self.window_s - int(now.timestamp())


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    limit: RateLimit
    left: int
    resets_in_s: int


def counted_as(person_id: str) -> str:
    """Whoever reads the counts learns nothing of whom they are."""
    return sha256(person_id.encode()).hexdigest()[:32]


def address_counted_as(address: str, *, key: str) -> str:
    """Under a key, since every address there is can be tried in minutes. Raises ValueError for what is none."""
    return hmac.new(key.encode(), _home_of(address).encode(), sha256).hexdigest()[:32]


def _home_of(address: str) -> str:
    known = ip_address(address)
    if not isinstance(known, IPv6Address):
        return str(known)
    return str(known.ipv4_mapped or ip_network((known, HOME_BITS), strict=False))
