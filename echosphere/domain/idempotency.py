"""A request that may be sent twice and must happen once."""

from dataclasses import dataclass

from echosphere.domain.errors import InvalidIdempotencyKey

SHORTEST = 8
LONGEST = 64
KEPT_S = 24 * 60 * 60  # as long as a client may still retry; the record is then dropped by TTL


@dataclass(frozen=True, slots=True, kw_only=True)
class IdempotencyKey:
    """`scope` keeps one person's keys from another's; `request` is what must be the same when the key comes again."""

    scope: str
    value: str
    request: str

    def __post_init__(self) -> None:
        printable = self.value.isascii() and self.value.isprintable()
        if not (SHORTEST <= len(self.value) <= LONGEST and printable):
            raise InvalidIdempotencyKey
