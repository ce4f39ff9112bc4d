"""CloudFront's PublicKey and KeyGroup exist in MiniStack's API but not in its CloudFormation."""

from collections.abc import Mapping, MutableMapping
from uuid import uuid4

from ministack.services import cloudfront

from local.ministack.resource_handlers import HANDLERS, Properties, Provisioned

Store = MutableMapping[str, Mapping[str, object]]


def apply() -> None:
    HANDLERS["AWS::CloudFront::PublicKey"] = {"create": _create_public_key, "delete": _delete_public_key}
    HANDLERS["AWS::CloudFront::KeyGroup"] = {
        "create": _create_key_group,
        "update": _update_key_group,
        "delete": _delete_key_group,
    }


def _create_public_key(logical_id: str, properties: Properties, stack_name: str) -> Provisioned:
    return _keep(cloudfront._public_keys, cloudfront._pk_id(), properties["PublicKeyConfig"])


def _create_key_group(logical_id: str, properties: Properties, stack_name: str) -> Provisioned:
    return _keep(cloudfront._key_groups, cloudfront._kg_id(), properties["KeyGroupConfig"])


def _update_key_group(physical_id: str, old: Properties, new: Properties, stack_name: str) -> Provisioned:
    """The group that a distribution trusts stays the same while its keys change. A public key never changes."""
    kept = cloudfront._key_groups[physical_id]
    changed = {"ETag": str(uuid4()), "LastModifiedTime": cloudfront._now_iso(), "Config": new["KeyGroupConfig"]}
    cloudfront._key_groups[physical_id] = {**kept, **changed}
    return physical_id, {"Id": physical_id}


def _delete_public_key(physical_id: str, properties: Properties) -> None:
    cloudfront._public_keys.pop(physical_id, None)


def _delete_key_group(physical_id: str, properties: Properties) -> None:
    cloudfront._key_groups.pop(physical_id, None)


def _keep(store: Store, new_id: str, config: object) -> Provisioned:
    """The record as MiniStack's own API makes it; one kind says when it was created, the other when it last changed."""
    now = cloudfront._now_iso()
    store[new_id] = {
        "Id": new_id,
        "ETag": str(uuid4()),
        "CreatedTime": now,
        "LastModifiedTime": now,
        "Config": config,
    }
    return new_id, {"Id": new_id}
