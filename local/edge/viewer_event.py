"""A request in the form that CloudFront hands to a function, and back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import Response

from local.edge.cookie_pairs import cookie_pairs
from local.edge.distribution import Distribution
from local.edge.viewer_functions import Event


@dataclass(frozen=True, kw_only=True)
class ViewerRequest:
    """What goes on to the origin; `path` keeps its percent-encoding, header names are lower case."""

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...]


def read_viewer_request(request: Request) -> ViewerRequest:
    return ViewerRequest(
        method=request.method,
        path=request.scope["raw_path"].decode("ascii"),
        query=tuple(request.query_params.multi_items()),
        headers=tuple(request.headers.items()),
    )


def viewer_event(request: ViewerRequest, distribution: Distribution, *, viewer_ip: str) -> Event:
    cookies = cookie_pairs("; ".join(value for name, value in request.headers if name == "cookie"))
    return {
        "version": "1.0",
        "context": {
            "distributionDomainName": distribution.domain_name,
            "distributionId": distribution.id,
            "eventType": "viewer-request",
            "requestId": uuid4().hex,
        },
        "viewer": {"ip": viewer_ip},
        "request": {
            "method": request.method,
            "uri": request.path,
            "querystring": _event_values(request.query),
            "headers": _event_values((name, value) for name, value in request.headers if name != "cookie"),
            "cookies": {name: {"value": value} for name, value in cookies},
        },
    }


def request_of_event(given: Event, *, method: str) -> ViewerRequest:
    """A function may change all but the method."""
    cookies = "; ".join(f"{name}={cookie['value']}" for name, cookie in given.get("cookies", {}).items())
    headers = _plain_values(given.get("headers", {}))
    return ViewerRequest(
        method=method,
        path=given["uri"],
        query=_plain_values(given.get("querystring", {})),
        headers=(*headers, ("cookie", cookies)) if cookies else headers,
    )


def response_of_event(given: Event) -> Response:
    """A function that answers itself gives a `statusCode`."""
    body = given.get("body", "")
    response = Response(body.get("data", "") if isinstance(body, Mapping) else body, status_code=given["statusCode"])
    for name, value in _plain_values(given.get("headers", {})):
        response.headers[name] = value
    return response


def _event_values(pairs: Iterable[tuple[str, str]]) -> Event:
    values: dict[str, list[str]] = defaultdict(list)
    for name, value in pairs:
        values[name].append(value)
    return {
        name: {"value": found[0]} | ({"multiValue": [{"value": it} for it in found]} if len(found) > 1 else {})
        for name, found in values.items()
    }


def _plain_values(values: Event) -> tuple[tuple[str, str], ...]:
    return tuple((name, one["value"]) for name, value in values.items() for one in value.get("multiValue", [value]))
