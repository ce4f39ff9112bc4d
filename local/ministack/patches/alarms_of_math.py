"""MiniStack's CloudFormation refuses alarms on an expression. No alarm rings here anyway, so such a one is a name."""

from ministack.core.responses import get_account_id, get_region
from ministack.services.cloudformation import provisioners

from local.ministack.resource_handlers import HANDLERS, Properties, Provisioned

ALARM = "AWS::CloudWatch::Alarm"


def apply() -> None:
    stock = HANDLERS[ALARM]

    def create(logical_id: str, properties: Properties, stack_name: str) -> Provisioned:
        if not properties.get("Metrics"):
            made: Provisioned = stock["create"](logical_id, properties, stack_name)
            return made
        return _named(provisioners._physical_name(stack_name, logical_id, max_len=255))

    def update(physical_id: str, old: Properties, new: Properties, *others: object) -> Provisioned:
        if not new.get("Metrics"):
            made: Provisioned = stock["update"](physical_id, old, new, *others)
            return made
        return _named(physical_id)

    HANDLERS[ALARM] = {**stock, "create": create, "update": update}


def _named(name: str) -> Provisioned:
    return name, {"Arn": f"arn:aws:cloudwatch:{get_region()}:{get_account_id()}:alarm:{name}"}
