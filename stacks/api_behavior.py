"""The API as CloudFront passes it on: never kept, and to two addresses with the country that the person is in.

An origin request policy that lets every header but Host through cannot add one of CloudFront's own, and Authorization
goes through no list of such a policy. A cache policy can add both, but only while it may keep something. So it may, for
a second at the most: for the very token alone, and not at all where an answer says `no-store`, as all of ours do.
"""

from collections.abc import Mapping

from aws_cdk import Duration
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from constructs import Construct

from stacks.front_api import FrontApi

API_PATHS = "/api/*"
# Where the law of the place decides what is asked: who I am here, and the start of a talk.
ASK_FOR_THE_COUNTRY = ("/api/me", "/api/sessions")
COUNTRY = "CloudFront-Viewer-Country"


def api_behaviors(scope: Construct, api: FrontApi) -> Mapping[str, cloudfront.BehaviorOptions]:
    """More exact paths first: CloudFront takes the first that fits."""
    origin = origins.HttpOrigin(api.host_name, origin_ssl_protocols=[cloudfront.OriginSslPolicy.TLS_V1_2])
    with_country = _behavior(origin, _with_country(scope))
    return {
        **dict.fromkeys(ASK_FOR_THE_COUNTRY, with_country),
        API_PATHS: _behavior(origin, cloudfront.CachePolicy.CACHING_DISABLED),
    }


def _behavior(origin: cloudfront.IOrigin, cache_policy: cloudfront.ICachePolicy) -> cloudfront.BehaviorOptions:
    return cloudfront.BehaviorOptions(
        origin=origin,
        viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
        allowed_methods=cloudfront.AllowedMethods.ALLOW_ALL,
        cache_policy=cache_policy,
        # API Gateway finds the API by the Host header, so the viewer's own must not reach it.
        origin_request_policy=cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
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
