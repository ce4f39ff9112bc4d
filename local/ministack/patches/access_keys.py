"""IAM's AccessKey exists in MiniStack's API but not in its CloudFormation."""

from ministack.services import iam

from local.ministack.resource_handlers import HANDLERS, Properties, Provisioned


def apply() -> None:
    HANDLERS["AWS::IAM::AccessKey"] = {"create": _create, "delete": _delete}


def _create(logical_id: str, properties: Properties, stack_name: str) -> Provisioned:
    known = set(iam._access_keys)
    iam._create_access_key({"UserName": str(properties["UserName"])})
    (key_id,) = set(iam._access_keys) - known
    return key_id, {"SecretAccessKey": iam._access_keys[key_id]["SecretAccessKey"]}


def _delete(physical_id: str, properties: Properties) -> None:
    iam._access_keys.pop(physical_id, None)
