"""Which headers, cookies and query parameters the behaviour's two policies let through to the origin."""

from collections.abc import Callable

from mypy_boto3_cloudfront import CloudFrontClient

from local.edge.distribution import Config, DistributionNotPlayed, Forwarding

Test = Callable[[str], bool]

# A body is not understood without its type, and ranges and conditions are CloudFront's own business with the origin.
ALWAYS = frozenset({"content-type", "range", "if-match", "if-none-match", "if-modified-since", "if-unmodified-since"})
# CloudFront's own, where a list asks for it.
VIEWER_ADDRESS = "cloudfront-viewer-address"


def read_forwarding(cloudfront: CloudFrontClient, behavior: Config) -> Forwarding:
    cache, origin = _cache_policy(cloudfront, behavior), _origin_request_policy(cloudfront, behavior)
    return Forwarding(
        header=_any(ALWAYS.__contains__, _test(cache, "Header"), _test(origin, "Header")),
        cookie=_any(_test(cache, "Cookie"), _test(origin, "Cookie")),
        query=_any(_test(cache, "QueryString"), _test(origin, "QueryString")),
        with_address=_lists_address(cache) or _lists_address(origin),
    )


def _cache_policy(cloudfront: CloudFrontClient, behavior: Config) -> Config:
    if "CachePolicyId" not in behavior:
        raise DistributionNotPlayed("a behaviour without a cache policy")
    config = cloudfront.get_cache_policy(Id=behavior["CachePolicyId"])["CachePolicy"]["CachePolicyConfig"]
    return config.get("ParametersInCacheKeyAndForwardedToOrigin", {})


def _origin_request_policy(cloudfront: CloudFrontClient, behavior: Config) -> Config:
    policy_id = behavior.get("OriginRequestPolicyId")
    if not policy_id:
        return {}
    return cloudfront.get_origin_request_policy(Id=policy_id)["OriginRequestPolicy"]["OriginRequestPolicyConfig"]


def _test(policy: Config, kind: str) -> Test:
    """`kind` is Header, Cookie or QueryString: each policy says what it does with them in the same form."""
    config = policy.get(f"{kind}sConfig", {})
    behavior = config.get(f"{kind}Behavior", "none")
    names = frozenset(name.lower() for name in config.get(f"{kind}s", {}).get("Items", []))
    match behavior:
        case "none":
            return lambda _: False
        case "all" | "allViewer":
            return lambda _: True
        case "whitelist":
            return lambda name: name.lower() in names
        case "allExcept":
            return lambda name: name.lower() not in names
    raise DistributionNotPlayed(f"{kind}Behavior {behavior}")


def _lists_address(policy: Config) -> bool:
    config = policy.get("HeadersConfig", {})
    return config.get("HeaderBehavior") == "whitelist" and _test(policy, "Header")(VIEWER_ADDRESS)


def _any(*tests: Test) -> Test:
    return lambda name: any(test(name) for test in tests)
