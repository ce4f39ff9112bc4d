"""Which headers a response headers policy adds and removes."""

from collections.abc import Iterator

from mypy_boto3_cloudfront import CloudFrontClient

from local.edge.distribution import Config, DistributionNotPlayed, HeadersPolicy, ResponseHeader


def read_headers_policy(cloudfront: CloudFrontClient, policy_id: str) -> HeadersPolicy:
    config = cloudfront.get_response_headers_policy(Id=policy_id)["ResponseHeadersPolicy"][
        "ResponseHeadersPolicyConfig"
    ]
    for name in ("CorsConfig", "ServerTimingHeadersConfig"):
        if config.get(name):
            raise DistributionNotPlayed(f"{name} of a response headers policy")
    custom = config.get("CustomHeadersConfig", {}).get("Items", [])
    removed = config.get("RemoveHeadersConfig", {}).get("Items", [])
    return HeadersPolicy(
        added=(
            *_security_headers(config.get("SecurityHeadersConfig", {})),
            *(ResponseHeader(name=it["Header"], value=it["Value"], overrides=it["Override"]) for it in custom),
        ),
        removed=frozenset(it["Header"].lower() for it in removed),
    )


def _security_headers(config: Config) -> Iterator[ResponseHeader]:
    """One entry for each header; its value stands under a name of its own."""
    values = {
        "StrictTransportSecurity": ("strict-transport-security", _strict_transport),
        "ContentTypeOptions": ("x-content-type-options", lambda _: "nosniff"),
        "FrameOptions": ("x-frame-options", lambda it: it["FrameOption"]),
        "ReferrerPolicy": ("referrer-policy", lambda it: it["ReferrerPolicy"]),
        "ContentSecurityPolicy": ("content-security-policy", lambda it: it["ContentSecurityPolicy"]),
        "XSSProtection": ("x-xss-protection", _xss_protection),
    }
    for key, setting in config.items():
        name, value = values[key]
        yield ResponseHeader(name=name, value=value(setting), overrides=setting["Override"])


def _strict_transport(setting: Config) -> str:
    parts = [f"max-age={setting['AccessControlMaxAgeSec']}"]
    parts += ["includeSubDomains"] if setting.get("IncludeSubdomains") else []
    parts += ["preload"] if setting.get("Preload") else []
    return "; ".join(parts)


def _xss_protection(setting: Config) -> str:
    if not setting["Protection"]:
        return "0"
    return "1; mode=block" if setting.get("ModeBlock") else "1"
