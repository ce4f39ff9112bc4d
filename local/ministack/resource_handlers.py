"""The one place that touches MiniStack's table of CloudFormation resource types."""

from collections.abc import Callable
from typing import Any

from ministack.services.cloudformation import provisioners

Properties = dict[str, object]
Attributes = dict[str, str]
# (physical id, attributes), as every create and update of MiniStack's answers.
Provisioned = tuple[str, Attributes]
# Foreign: the arguments differ from type to type, and are passed through.
Handler = Callable[..., Any]

HANDLERS: dict[str, dict[str, Handler]] = provisioners._RESOURCE_HANDLERS


def wrap_create(
    resource_type: str,
    *,
    before: Callable[[Properties], Properties] = lambda properties: properties,
    after: Callable[[Provisioned, Properties], Provisioned] = lambda made, _: made,
) -> None:
    stock = HANDLERS[resource_type]["create"]

    def create(logical_id: str, properties: Properties, stack_name: str) -> Provisioned:
        return after(stock(logical_id, before(properties), stack_name), properties)

    HANDLERS[resource_type]["create"] = create


def wrap_update(
    resource_type: str,
    *,
    physical_id: Callable[[str], str] = lambda given: given,
    before: Callable[[Properties], Properties] = lambda properties: properties,
    after: Callable[[Provisioned, Properties], Provisioned] = lambda made, _: made,
) -> None:
    stock = HANDLERS[resource_type]["update"]

    def update(given: str, old: Properties, new: Properties, *others: object) -> Provisioned:
        return after(stock(physical_id(given), before(old), before(new), *others), new)

    HANDLERS[resource_type]["update"] = update


def wrap_delete(resource_type: str, *, physical_id: Callable[[str], str]) -> None:
    stock = HANDLERS[resource_type]["delete"]

    def delete(given: str, properties: Properties, *others: object) -> None:
        stock(physical_id(given), properties, *others)

    HANDLERS[resource_type]["delete"] = delete
