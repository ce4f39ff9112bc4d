"""What a distribution says, as far as the edge plays it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

# A part of CloudFront's answer, as boto3 gives it; who reads one narrows what it takes.
Config = Mapping[str, Any]


class DistributionNotPlayed(Exception):
    """The distribution asks for something that the local edge does not do; the message names it."""


@dataclass(frozen=True, kw_only=True)
class S3Origin:
    bucket: str
    path: str


@dataclass(frozen=True, kw_only=True)
class ApiOrigin:
    """An API Gateway API, known by its host name `<id>.execute-api.<region>.amazonaws.com`.

    `headers` come with each request in place of the viewer's own; one of them is a secret.
    """

    api_id: str
    path: str
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)


Origin = S3Origin | ApiOrigin


@dataclass(frozen=True, kw_only=True)
class Forwarding:
    """What of a request reaches the origin, out of the cache policy and the origin request policy together.

    Each is a test of a name; a header that no policy names is dropped, as CloudFront does. `with_address`: CloudFront
    adds the viewer's.
    """

    header: Callable[[str], bool]
    cookie: Callable[[str], bool]
    query: Callable[[str], bool]
    with_address: bool = False


@dataclass(frozen=True, kw_only=True)
class ResponseHeader:
    """`overrides`: whether it replaces one that the origin sent."""

    name: str
    value: str
    overrides: bool


@dataclass(frozen=True, kw_only=True)
class HeadersPolicy:
    added: tuple[ResponseHeader, ...] = ()
    removed: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Behavior:
    """`pattern` is None for the default. `viewer_function` is JavaScript, `trusted_keys` are PEM by key id."""

    pattern: str | None
    origin: Origin
    methods: frozenset[str]
    forwarding: Forwarding
    headers: HeadersPolicy = field(default_factory=HeadersPolicy)
    viewer_function: str | None = None
    trusted_keys: Mapping[str, str] | None = None


@dataclass(frozen=True, kw_only=True)
class Distribution:
    """`behaviors` in the order in which CloudFront tries them; the last one is the default."""

    id: str
    domain_name: str
    root_object: str
    behaviors: tuple[Behavior, ...]
