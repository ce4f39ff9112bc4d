"""CloudFormation's `TimeToLiveSpecification` is ignored: a table made by a stack would keep what should expire."""

from http import HTTPStatus

from ministack.services import dynamodb

from local.ministack.resource_handlers import Properties, Provisioned, wrap_create, wrap_update

TYPES = ("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable")


class TimeToLiveRefused(Exception):
    """MiniStack's UpdateTimeToLive did not accept what the template says."""


def apply() -> None:
    for resource_type in TYPES:
        wrap_create(resource_type, after=_set_time_to_live)
        wrap_update(resource_type, after=_set_time_to_live)


def _set_time_to_live(made: Provisioned, properties: Properties) -> Provisioned:
    specification = properties.get("TimeToLiveSpecification")
    if isinstance(specification, dict):
        asked = {"AttributeName": specification["AttributeName"], "Enabled": _is_true(specification["Enabled"])}
        status, _headers, body = dynamodb._update_ttl({"TableName": made[0], "TimeToLiveSpecification": asked})
        if status != HTTPStatus.OK:
            raise TimeToLiveRefused(body)
    return made


def _is_true(written: object) -> bool:
    # A template's truth is true or "true".
    return str(written).lower() == "true"
