"""Who may read a behaviour with trusted key groups: the holder of a URL or of cookies signed with one of its keys.

Follows CloudFront's developer guide, "Serve private content": canned and custom policies, RSA with SHA-1.
"""

import base64
import binascii
import ipaddress
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from pydantic import BaseModel, Field, ValidationError

PARAMETERS = ("Policy", "Signature", "Key-Pair-Id", "Expires")


class AccessRefused(Exception):
    """CloudFront's 403; `code` is the one in its XML answer."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, kw_only=True)
class Viewer:
    """`url` as the browser asked for it, with the query but without the signature's own parameters."""

    url: str
    ip: str
    now_s: float


class _Time(BaseModel):
    epoch_s: int = Field(alias="AWS:EpochTime")


class _Address(BaseModel):
    source: str = Field(alias="AWS:SourceIp")


class _Condition(BaseModel):
    before: _Time = Field(alias="DateLessThan")
    after: _Time | None = Field(None, alias="DateGreaterThan")
    address: _Address | None = Field(None, alias="IpAddress")


class _Statement(BaseModel):
    resource: str = Field("*", alias="Resource")
    condition: _Condition = Field(alias="Condition")


def signed_parameters(query: Mapping[str, str], cookies: Mapping[str, str]) -> dict[str, str]:
    """The query's win over the cookies', as on CloudFront."""
    if "Signature" in query:
        return {name: query[name] for name in PARAMETERS if name in query}
    return {name: cookies[f"CloudFront-{name}"] for name in PARAMETERS if f"CloudFront-{name}" in cookies}


def unsigned_url(url: str, query: list[tuple[str, str]]) -> str:
    rest = urlencode([(name, value) for name, value in query if name not in PARAMETERS])
    return f"{url}?{rest}" if rest else url


def check_access(viewer: Viewer, parameters: Mapping[str, str], keys: Mapping[str, str]) -> None:
    """`keys` are PEM by key id. Raises AccessRefused."""
    if not {"Signature", "Key-Pair-Id"} <= parameters.keys() or not {"Policy", "Expires"} & parameters.keys():
        raise AccessRefused("MissingKey")
    pem = keys.get(parameters["Key-Pair-Id"])
    if pem is None:
        raise AccessRefused("InvalidKey")
    try:
        policy = _policy(viewer, parameters)
        _verify(pem, _decode(parameters["Signature"]), policy)
        allowed = _allows(_statement(policy), viewer)
    except (InvalidSignature, ValidationError, ValueError, LookupError) as error:
        raise AccessRefused("AccessDenied") from error
    if not allowed:
        raise AccessRefused("AccessDenied")


def _policy(viewer: Viewer, parameters: Mapping[str, str]) -> bytes:
    """A custom policy as it was sent; a canned one is rebuilt, byte by byte, from what was asked for."""
    if "Policy" in parameters:
        return _decode(parameters["Policy"])
    condition = {"DateLessThan": {"AWS:EpochTime": int(parameters["Expires"])}}
    canned = {"Statement": [{"Resource": viewer.url, "Condition": condition}]}
    return json.dumps(canned, separators=(",", ":")).encode()


def _decode(text: str) -> bytes:
    """CloudFront's base64 for URLs. Raises ValueError."""
    try:
        return base64.b64decode(text.translate(str.maketrans("-_~", "+=/")), validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error


def _verify(pem: str, signature: bytes, policy: bytes) -> None:
    key = serialization.load_pem_public_key(pem.encode())
    if not isinstance(key, rsa.RSAPublicKey):
        raise ValueError("not an RSA key")
    key.verify(signature, policy, padding.PKCS1v15(), hashes.SHA1())  # noqa: S303  # CloudFront knows no other


def _statement(policy: bytes) -> _Statement:
    (statement,) = json.loads(policy)["Statement"]
    return _Statement.model_validate(statement)


def _allows(statement: _Statement, viewer: Viewer) -> bool:
    condition = statement.condition
    begun = condition.after is None or condition.after.epoch_s <= viewer.now_s
    if not begun or condition.before.epoch_s <= viewer.now_s:
        return False
    if condition.address and not _contains(condition.address.source, viewer.ip):
        return False
    return _resource_matches(statement.resource, viewer.url)


def _contains(network: str, address: str) -> bool:
    return ipaddress.ip_address(address) in ipaddress.ip_network(network, strict=False)


def _resource_matches(resource: str, url: str) -> bool:
    wildcards = {"*": ".*", "?": "."}
    expression = "".join(wildcards.get(character, re.escape(character)) for character in resource)
    return re.fullmatch(expression, url, re.DOTALL) is not None
