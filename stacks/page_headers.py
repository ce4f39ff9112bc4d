"""What a browser is told to refuse on behalf of the page."""

import re

from aws_cdk import Duration
from aws_cdk import aws_cloudfront as cloudfront
from constructs import Construct

# Two years, what browsers' preload lists ask for.
HTTPS_ONLY = Duration.days(730)


def page_headers(scope: Construct, *, sign_in_origin: str, livekit_url: str) -> cloudfront.ResponseHeadersPolicy:
    return cloudfront.ResponseHeadersPolicy(
        scope,
        "PageHeaders",
        security_headers_behavior=cloudfront.ResponseSecurityHeadersBehavior(
            content_security_policy=cloudfront.ResponseHeadersContentSecurityPolicy(
                content_security_policy=_content_security_policy(sign_in_origin, livekit_url), override=True
            ),
            content_type_options=cloudfront.ResponseHeadersContentTypeOptions(override=True),
            frame_options=cloudfront.ResponseHeadersFrameOptions(
                frame_option=cloudfront.HeadersFrameOption.DENY, override=True
            ),
            referrer_policy=cloudfront.ResponseHeadersReferrerPolicy(
                referrer_policy=cloudfront.HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override=True
            ),
            strict_transport_security=cloudfront.ResponseHeadersStrictTransportSecurity(
                access_control_max_age=HTTPS_ONLY, include_subdomains=True, override=True
            ),
        ),
        custom_headers_behavior=cloudfront.ResponseCustomHeadersBehavior(
            custom_headers=[
                cloudfront.ResponseCustomHeader(
                    header="Permissions-Policy",
                    value="microphone=(self), camera=(self), display-capture=(self), geolocation=()",
                    override=True,
                )
            ]
        ),
    )


def _content_security_policy(sign_in_origin: str, livekit_url: str) -> str:
    directives = (
        "default-src 'self'",
        # RNNoise, where a person chooses it.
        "script-src 'self' 'wasm-unsafe-eval'",
        f"connect-src 'self' {sign_in_origin} {_livekit_sources(livekit_url)}",
        "img-src 'self' data:",
        "media-src 'self' blob:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
    return "; ".join(directives)


def _livekit_sources(url: str) -> str:
    """LiveKit's client dials a web socket and asks over HTTP why it failed; LiveKit Cloud has regional hosts."""
    socket = re.sub(r"//[^.]+(\.livekit\.cloud)$", r"//*\1", url)
    return f"{socket} {re.sub(r'^ws', 'http', socket)}"
