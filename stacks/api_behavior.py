"""The API as CloudFront passes it on: never kept, to two addresses with the country that the person is in, and with the
address of the person's machine to those that ask for no sign-in.

An origin request policy that lets every header but Host through cannot add one of CloudFront's own, and Authorization
goes through no list of such a policy. A cache policy can add both, but only while it may keep something. So it may, for
a second at the most: for the very token alone, and not at all where an answer says `no-store`, as all of ours do. Where
nobody brings a token, a list serves.
"""

from collections.abc import Mapping

from aws_cdk import Duration
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from aws_cdk import aws_secretsmanager as secretsmanager
from constructs import Construct

from stacks.front_api import FrontApi
from stacks.page_headers import HTTPS_ONLY

API_PATHS = "/api/*"
# Where the law of the place decides what is asked: who I am here, and the start of a talk.
ASK_FOR_THE_COUNTRY = ("/api/me", "/api/sessions")
# Where nobody signs in, so that each address is counted; `*` stands for slashes, too.
ASK_FOR_THE_ADDRESS = ("/api/invitations/*", "/api/shared/*", "/api/sessions/*/playback/*")
COUNTRY = "CloudFront-Viewer-Country"
ADDRESS = "CloudFront-Viewer-Address"
PROOF = "X-Origin-Verify"
NO_PAGE = "default-src 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
# What is read there, beside the address: the body, and the trace that a request belongs to.
READ_THERE = ("Content-Type", "traceparent")


def api_behaviors(
    scope: Construct, api: FrontApi, edge_secret: secretsmanager.ISecret
) -> Mapping[str, cloudfront.BehaviorOptions]:
    """More exact paths first: CloudFront takes the first that fits."""
    origin = origins.HttpOrigin(
        api.host_name,
        origin_ssl_protocols=[cloudfront.OriginSslPolicy.TLS_V1_2],
        # Not unwrapped into the template, which gets a dynamic reference to it.
        custom_headers={PROOF: edge_secret.secret_value.unsafe_unwrap()},
    )
    # API Gateway finds the API by the Host header, so the viewer's own must not reach it.
    but_host = cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER
    nothing_kept = cloudfront.CachePolicy.CACHING_DISABLED
    headers = _headers(scope)
    with_country = _behavior(origin, headers, _with_country(scope), but_host)
    with_address = _behavior(origin, headers, nothing_kept, _with_address(scope))
    return {
        **dict.fromkeys(ASK_FOR_THE_COUNTRY, with_country),
        **dict.fromkeys(ASK_FOR_THE_ADDRESS, with_address),
        API_PATHS: _behavior(origin, headers, nothing_kept, but_host),
    }


def _behavior(
    origin: cloudfront.IOrigin,
    headers: cloudfront.IResponseHeadersPolicy,
    cache_policy: cloudfront.ICachePolicy,
    origin_request_policy: cloudfront.IOriginRequestPolicy,
) -> cloudfront.BehaviorOptions:
    return cloudfront.BehaviorOptions(
        origin=origin,
        viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
        allowed_methods=cloudfront.AllowedMethods.ALLOW_ALL,
        cache_policy=cache_policy,
        origin_request_policy=origin_request_policy,
        response_headers_policy=headers,
        compress=False,
    )


def _with_country(scope: Construct) -> cloudfront.CachePolicy:
    return cloudfront.CachePolicy(
        scope,
        "WithCountry",
        min_ttl=Duration.seconds(0),
        default_ttl=Duration.seconds(0),
        max_ttl=Duration.seconds(1),
        header_behavior=cloudfront.CacheHeaderBehavior.allow_list("Authorization", COUNTRY),
        query_string_behavior=cloudfront.CacheQueryStringBehavior.all(),
        cookie_behavior=cloudfront.CacheCookieBehavior.none(),
    )


def _with_address(scope: Construct) -> cloudfront.OriginRequestPolicy:
    return cloudfront.OriginRequestPolicy(
        scope,
        "WithAddress",
        header_behavior=cloudfront.OriginRequestHeaderBehavior.allow_list(ADDRESS, *READ_THERE),
        query_string_behavior=cloudfront.OriginRequestQueryStringBehavior.all(),
        cookie_behavior=cloudfront.OriginRequestCookieBehavior.none(),
    )


def _headers(scope: Construct) -> cloudfront.ResponseHeadersPolicy:
    """An answer is read by programs: whoever opens one as a page sees text, and nothing of it runs."""
    return cloudfront.ResponseHeadersPolicy(
        scope,
        "ApiHeaders",
        security_headers_behavior=cloudfront.ResponseSecurityHeadersBehavior(
            content_type_options=cloudfront.ResponseHeadersContentTypeOptions(override=True),
            content_security_policy=cloudfront.ResponseHeadersContentSecurityPolicy(
                content_security_policy=NO_PAGE, override=True
            ),
            referrer_policy=cloudfront.ResponseHeadersReferrerPolicy(
                referrer_policy=cloudfront.HeadersReferrerPolicy.NO_REFERRER, override=True
            ),
            strict_transport_security=cloudfront.ResponseHeadersStrictTransportSecurity(
                access_control_max_age=HTTPS_ONLY, include_subdomains=True, override=True
            ),
        ),
    )
