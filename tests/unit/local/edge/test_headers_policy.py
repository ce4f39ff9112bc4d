from typing import Any, cast

import pytest
from mypy_boto3_cloudfront import CloudFrontClient
from starlette.responses import Response

from local.edge.answer import apply_headers_policy
from local.edge.distribution import DistributionNotPlayed, HeadersPolicy
from local.edge.read_headers_policy import read_headers_policy
from tests.unit.local.edge.memory_cloudfront import MemoryCloudFront, items

pytestmark = pytest.mark.unit


def policy(**config: Any) -> HeadersPolicy:
    cloudfront = MemoryCloudFront(headers_policies={"page": config})
    return read_headers_policy(cast("CloudFrontClient", cloudfront), "page")


def headers_after(policy: HeadersPolicy, **sent: str) -> dict[str, str]:
    response = Response(headers=sent)
    apply_headers_policy(response, policy)
    return dict(response.headers)


SECURITY = {
    "StrictTransportSecurity": {"Override": True, "AccessControlMaxAgeSec": 63, "IncludeSubdomains": True},
    "ContentTypeOptions": {"Override": True},
    "FrameOptions": {"Override": True, "FrameOption": "DENY"},
    "ReferrerPolicy": {"Override": True, "ReferrerPolicy": "no-referrer"},
    "ContentSecurityPolicy": {"Override": True, "ContentSecurityPolicy": "default-src 'self'"},
    "XSSProtection": {"Override": True, "Protection": True, "ModeBlock": True},
}


def test_each_security_header_is_written_as_browsers_read_it() -> None:
    headers = headers_after(policy(SecurityHeadersConfig=SECURITY))

    assert (
        headers
        | {
            "strict-transport-security": "max-age=63; includeSubDomains",
            "x-content-type-options": "nosniff",
            "x-frame-options": "DENY",
            "referrer-policy": "no-referrer",
            "content-security-policy": "default-src 'self'",
            "x-xss-protection": "1; mode=block",
        }
        == headers
    )


def test_a_header_of_the_policys_own_is_added() -> None:
    custom = items({"Header": "Permissions-Policy", "Value": "camera=()", "Override": True})

    assert headers_after(policy(CustomHeadersConfig=custom))["permissions-policy"] == "camera=()"


@pytest.mark.parametrize(("override", "wins"), [(True, "policy"), (False, "origin")])
def test_the_origins_header_stays_unless_the_policy_overrides_it(override: bool, wins: str) -> None:
    custom = items({"Header": "x-kind", "Value": "policy", "Override": override})

    assert headers_after(policy(CustomHeadersConfig=custom), **{"x-kind": "origin"})["x-kind"] == wins


def test_a_removed_header_does_not_reach_the_viewer() -> None:
    removed = policy(RemoveHeadersConfig=items({"Header": "Server"}))

    assert "server" not in headers_after(removed, server="secret/1.0")


def test_cors_of_a_policy_is_refused_rather_than_forgotten() -> None:
    with pytest.raises(DistributionNotPlayed, match="CorsConfig"):
        policy(CorsConfig={"AccessControlAllowOrigins": items("*")})
