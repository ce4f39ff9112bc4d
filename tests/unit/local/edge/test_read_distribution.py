from typing import Any, cast

import pytest
from mypy_boto3_cloudfront import CloudFrontClient

from local.edge.distribution import ApiOrigin, Distribution, DistributionNotPlayed, S3Origin
from local.edge.read_distribution import read_distribution
from tests.unit.local.edge.memory_cloudfront import MemoryCloudFront, api_behavior, config, items, site_behavior

pytestmark = pytest.mark.unit


def read(cloudfront: MemoryCloudFront) -> Distribution:
    return read_distribution(cast("CloudFrontClient", cloudfront), "E1")


def test_a_buckets_and_an_apis_host_name_become_their_origins() -> None:
    api, site = read(MemoryCloudFront()).behaviors

    assert site.origin == S3Origin(bucket="site-bucket", path="")
    assert api.origin == ApiOrigin(api_id="abcd1234", path="")


def test_what_an_origin_is_shown_is_read_and_never_printed() -> None:
    shown = items({"HeaderName": "X-Origin-Verify", "HeaderValue": "a-secret"})
    api = {"Id": "api", "DomainName": "abcd1234.execute-api.ap-northeast-1.amazonaws.com", "CustomHeaders": shown}
    only_api = site_behavior(TargetOriginId="api")
    cloudfront = MemoryCloudFront(config(Origins=items(api), DefaultCacheBehavior=only_api))

    origin = read(cloudfront).behaviors[-1].origin

    assert isinstance(origin, ApiOrigin) and origin.headers == (("x-origin-verify", "a-secret"),)
    assert "a-secret" not in repr(origin)


def test_the_default_behaviour_comes_last() -> None:
    assert [behavior.pattern for behavior in read(MemoryCloudFront()).behaviors] == ["/api/*", None]


def test_a_behaviour_that_names_no_methods_is_for_reading() -> None:
    api, site = read(MemoryCloudFront()).behaviors

    assert site.methods == {"GET", "HEAD"}
    assert "DELETE" in api.methods


def test_headers_cookies_and_queries_reach_the_origin_only_as_a_policy_says() -> None:
    api, site = (behavior.forwarding for behavior in read(MemoryCloudFront()).behaviors)

    assert api.header("authorization") and not api.header("Host")
    assert api.cookie("session") and api.query("cursor")
    assert not (site.header("authorization") or site.cookie("session") or site.query("cursor"))


def test_a_range_reaches_every_origin() -> None:
    _api, site = read(MemoryCloudFront()).behaviors

    assert site.forwarding.header("range")


def test_a_list_of_names_lets_those_names_through() -> None:
    listed = {"HeadersConfig": {"HeaderBehavior": "whitelist", "Headers": items("Authorization")}}
    (api, _site) = read(MemoryCloudFront(request_policies={"all-but-host": listed})).behaviors

    assert api.forwarding.header("authorization") and not api.forwarding.header("accept")


def test_the_code_of_the_viewers_function_is_the_published_one() -> None:
    association = {"EventType": "viewer-request", "FunctionARN": "arn:aws:cloudfront::1:function/routes"}
    behavior = site_behavior(FunctionAssociations=items(association))
    cloudfront = MemoryCloudFront(config(DefaultCacheBehavior=behavior), functions={"routes": "function handler() {}"})

    assert read(cloudfront).behaviors[-1].viewer_function == "function handler() {}"


def test_the_keys_of_a_trusted_group_are_known_by_their_ids() -> None:
    behavior = site_behavior(TrustedKeyGroups=items("group"))
    cloudfront = MemoryCloudFront(
        config(DefaultCacheBehavior=behavior), key_groups={"group": ["K1"]}, public_keys={"K1": "PEM"}
    )

    api, site = read(cloudfront).behaviors

    assert site.trusted_keys == {"K1": "PEM"}
    assert api.trusted_keys is None


def test_how_long_an_error_is_kept_is_nothing_to_play() -> None:
    answers = items({"ErrorCode": 503, "ErrorCachingMinTTL": 0})

    assert read(MemoryCloudFront(config(CustomErrorResponses=answers))).behaviors


@pytest.mark.parametrize(
    ("distribution", "named"),
    [
        (
            config(CustomErrorResponses=items({"ErrorCode": 404, "ResponsePagePath": "/index.html"})),
            "CustomErrorResponses",
        ),
        (config(Origins=items({"Id": "site", "DomainName": "www.example.com"})), "www.example.com"),
        (
            config(
                Origins=items(
                    {
                        "Id": "site",
                        "DomainName": "site-bucket.s3.ap-northeast-1.amazonaws.com",
                        "CustomHeaders": items({"HeaderName": "a", "HeaderValue": "b"}),
                    }
                )
            ),
            "CustomHeaders",
        ),
        (config(DefaultCacheBehavior={"TargetOriginId": "site"}), "cache policy"),
        (config(DefaultCacheBehavior=site_behavior(LambdaFunctionAssociations=items({}))), "Lambda"),
        (
            config(CacheBehaviors=items(api_behavior(FunctionAssociations=items({"EventType": "viewer-response"})))),
            "viewer-response",
        ),
    ],
)
def test_what_the_edge_does_not_play_is_named_at_the_start(distribution: dict[str, Any], named: str) -> None:
    with pytest.raises(DistributionNotPlayed, match=named):
        read(MemoryCloudFront(distribution))
