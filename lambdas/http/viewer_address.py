"""From where somebody asks: what CloudFront says of them, from whom nobody but CloudFront could have it.

Whoever goes around CloudFront is known by the address that the connection came from. Nobody is refused for that: while
a new secret is on its way to CloudFront's edges, the old one still comes.
"""

from hmac import compare_digest
from ipaddress import ip_address

from fastapi import Request

from lambdas.wire import Event

# CloudFront adds both, whatever the viewer sent under these names: stacks/api_behavior.py.
VIEWER_ADDRESS = "CloudFront-Viewer-Address"
PROOF = "X-Origin-Verify"


def viewer_address(request: Request, *, edge_secret: str) -> str:
    brought = request.headers.get(PROOF, "")
    if compare_digest(brought.encode(), edge_secret.encode()):
        told = _without_port(request.headers.get(VIEWER_ADDRESS, ""))
        if told is not None:
            return told
    event: Event = request.scope["aws.event"]
    return str(event["requestContext"]["http"]["sourceIp"])


def _without_port(told: str) -> str | None:
    """`192.0.2.7:50123`, and of IPv6 `2001:db8::7:50123`, in which only the last colon is the port's."""
    address = told.rpartition(":")[0].strip("[]")
    try:
        return str(ip_address(address))
    except ValueError:
        return None
