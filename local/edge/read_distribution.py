"""Reads the deployed distribution through CloudFront's own API. Raises DistributionNotPlayed for what is not played."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from mypy_boto3_cloudfront import CloudFrontClient

from local.edge.distribution import (
    ApiOrigin,
    Behavior,
    Config,
    Distribution,
    DistributionNotPlayed,
    Origin,
    S3Origin,
)
from local.edge.read_forwarding import read_forwarding
from local.edge.read_headers_policy import read_headers_policy

S3_HOST = re.compile(r"(?P<bucket>[^/]+?)\.s3[.-][^/]*amazonaws\.com")
API_HOST = re.compile(r"(?P<api_id>[a-z0-9]+)\.execute-api\.[^/]*amazonaws\.com")
# CloudFront's own default.
READ_METHODS = frozenset({"GET", "HEAD"})


def read_distribution(cloudfront: CloudFrontClient, distribution_id: str) -> Distribution:
    described = cloudfront.get_distribution(Id=distribution_id)["Distribution"]
    config: Config = described["DistributionConfig"]
    _refuse(config, ("OriginGroups",))
    _refuse_error_pages(config)
    origins = {origin["Id"]: _read_origin(origin) for origin in config["Origins"]["Items"]}
    ordered = [*config.get("CacheBehaviors", {}).get("Items", []), config["DefaultCacheBehavior"]]
    return Distribution(
        id=distribution_id,
        domain_name=described["DomainName"],
        root_object=config.get("DefaultRootObject", ""),
        behaviors=tuple(_read_behavior(cloudfront, behavior, origins) for behavior in ordered),
    )


def _read_origin(origin: Config) -> Origin:
    path = origin.get("OriginPath", "")
    if match := S3_HOST.fullmatch(origin["DomainName"]):
        _refuse(origin, ("CustomHeaders",))
        return S3Origin(bucket=match["bucket"], path=path)
    if match := API_HOST.fullmatch(origin["DomainName"]):
        added = [(each["HeaderName"].lower(), each["HeaderValue"]) for each in _items(origin, "CustomHeaders")]
        return ApiOrigin(api_id=match["api_id"], path=path, headers=tuple(added))
    raise DistributionNotPlayed(f"origin {origin['DomainName']}: neither a bucket nor an API")


def _read_behavior(cloudfront: CloudFrontClient, behavior: Config, origins: Mapping[str, Origin]) -> Behavior:
    _refuse(behavior, ("LambdaFunctionAssociations", "TrustedSigners"))
    policy_id = behavior.get("ResponseHeadersPolicyId")
    return Behavior(
        pattern=behavior.get("PathPattern"),
        origin=origins[behavior["TargetOriginId"]],
        methods=frozenset(_items(behavior, "AllowedMethods")) or READ_METHODS,
        forwarding=read_forwarding(cloudfront, behavior),
        **({"headers": read_headers_policy(cloudfront, policy_id)} if policy_id else {}),
        viewer_function=_read_viewer_function(cloudfront, _items(behavior, "FunctionAssociations")),
        trusted_keys=_read_trusted_keys(cloudfront, _items(behavior, "TrustedKeyGroups")),
    )


def _read_viewer_function(cloudfront: CloudFrontClient, associations: Sequence[Config]) -> str | None:
    code = None
    for association in associations:
        if association["EventType"] != "viewer-request":
            raise DistributionNotPlayed(f"a function at {association['EventType']}")
        name = association["FunctionARN"].rsplit("/", 1)[-1]
        code = cloudfront.get_function(Name=name, Stage="LIVE")["FunctionCode"].read().decode()
    return code


def _read_trusted_keys(cloudfront: CloudFrontClient, group_ids: Sequence[str]) -> Mapping[str, str] | None:
    """None where the behaviour is open to everybody."""
    if not group_ids:
        return None
    groups = [cloudfront.get_key_group(Id=group_id)["KeyGroup"]["KeyGroupConfig"] for group_id in group_ids]
    key_ids = [key_id for group in groups for key_id in group["Items"]]
    return {
        key_id: cloudfront.get_public_key(Id=key_id)["PublicKey"]["PublicKeyConfig"]["EncodedKey"] for key_id in key_ids
    }


def _items(config: Config, name: str) -> list[Any]:
    items: list[Any] = config.get(name, {}).get("Items", [])
    return items


def _refuse_error_pages(config: Config) -> None:
    """How long an error is kept needs no playing: here nothing is kept."""
    if any(answer.get("ResponsePagePath") for answer in _items(config, "CustomErrorResponses")):
        raise DistributionNotPlayed("CustomErrorResponses with a page")


def _refuse(config: Config, names: Sequence[str]) -> None:
    for name in names:
        if _items(config, name):
            raise DistributionNotPlayed(name)
