"""CloudFront's answers about one distribution, in memory: those that boto3 gives for our stacks, and a little more."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Config = dict[str, Any]

NOTHING: Config = {
    "HeadersConfig": {"HeaderBehavior": "none"},
    "CookiesConfig": {"CookieBehavior": "none"},
    "QueryStringsConfig": {"QueryStringBehavior": "none"},
}
ALL_BUT_HOST: Config = {
    "HeadersConfig": {"HeaderBehavior": "allExcept", "Headers": {"Quantity": 1, "Items": ["host"]}},
    "CookiesConfig": {"CookieBehavior": "all"},
    "QueryStringsConfig": {"QueryStringBehavior": "all"},
}


def items(*values: Any) -> Config:
    return {"Quantity": len(values), "Items": list(values)}


def site_behavior(**more: Any) -> Config:
    return {"TargetOriginId": "site", "CachePolicyId": "nothing", **more}


def api_behavior(**more: Any) -> Config:
    methods = items("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE")
    return {
        "PathPattern": "/api/*",
        "TargetOriginId": "api",
        "CachePolicyId": "nothing",
        "OriginRequestPolicyId": "all-but-host",
        "AllowedMethods": methods,
        **more,
    }


def config(**more: Any) -> Config:
    return {
        "DefaultRootObject": "index.html",
        "Origins": items(
            {"Id": "site", "DomainName": "site-bucket.s3.ap-northeast-1.amazonaws.com"},
            {"Id": "api", "DomainName": "abcd1234.execute-api.ap-northeast-1.amazonaws.com"},
        ),
        "DefaultCacheBehavior": site_behavior(),
        "CacheBehaviors": items(api_behavior()),
        **more,
    }


@dataclass
class MemoryCloudFront:
    """Each store by id, or by name for the functions."""

    config: Config = field(default_factory=config)
    functions: Mapping[str, str] = field(default_factory=dict)
    headers_policies: Mapping[str, Config] = field(default_factory=dict)
    key_groups: Mapping[str, list[str]] = field(default_factory=dict)
    public_keys: Mapping[str, str] = field(default_factory=dict)
    request_policies: Mapping[str, Config] = field(default_factory=lambda: {"all-but-host": ALL_BUT_HOST})
    cache_policies: Mapping[str, Config] = field(default_factory=lambda: {"nothing": NOTHING})

    def get_distribution(self, *, Id: str) -> Config:
        return {"Distribution": {"Id": Id, "DomainName": "d1.cloudfront.net", "DistributionConfig": self.config}}

    def get_function(self, *, Name: str, Stage: str) -> Config:
        assert Stage == "LIVE"
        return {"FunctionCode": io.BytesIO(self.functions[Name].encode())}

    def get_response_headers_policy(self, *, Id: str) -> Config:
        return {"ResponseHeadersPolicy": {"ResponseHeadersPolicyConfig": self.headers_policies[Id]}}

    def get_cache_policy(self, *, Id: str) -> Config:
        forwarded = {"ParametersInCacheKeyAndForwardedToOrigin": self.cache_policies[Id]}
        return {"CachePolicy": {"CachePolicyConfig": forwarded}}

    def get_origin_request_policy(self, *, Id: str) -> Config:
        return {"OriginRequestPolicy": {"OriginRequestPolicyConfig": self.request_policies[Id]}}

    def get_key_group(self, *, Id: str) -> Config:
        return {"KeyGroup": {"KeyGroupConfig": {"Items": self.key_groups[Id]}}}

    def get_public_key(self, *, Id: str) -> Config:
        return {"PublicKey": {"PublicKeyConfig": {"EncodedKey": self.public_keys[Id]}}}
