"""A container's secrets, health check and volumes keep CloudFormation's `ValueFrom` where ECS says `valueFrom`.

The SDKs then read them as empty, and the agent would start without its keys.
"""

from local.ministack.resource_handlers import Properties, wrap_create, wrap_update

TYPE = "AWS::ECS::TaskDefinition"


def apply() -> None:
    wrap_create(TYPE, before=_nested_keys_of_ecs)
    wrap_update(TYPE, before=_nested_keys_of_ecs)


def _nested_keys_of_ecs(properties: Properties) -> Properties:
    """The outermost keys stay: MiniStack turns those itself."""
    containers = properties.get("ContainerDefinitions") or []
    assert isinstance(containers, list)
    turned = [{key: _camel(value) for key, value in container.items()} for container in containers]
    return {**properties, "ContainerDefinitions": turned, "Volumes": _camel(properties.get("Volumes") or [])}


def _camel(value: object) -> object:
    if isinstance(value, dict):
        return {key[:1].lower() + key[1:]: _camel(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_camel(inner) for inner in value]
    return value
