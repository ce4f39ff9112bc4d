"""Holds a request to boto3's own model of the API, and to the properties that the service asks for beyond it.

A message names the place in the settings and reads as the service's do.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache

from botocore.loaders import Loader
from botocore.model import ListShape, MapShape, ServiceModel, Shape, StringShape, StructureShape

from local.mediaconvert.outcomes import Refused

# Met in BadRequestExceptions ("… is a required property"), or said so by the guide; the model calls all but a few
# optional.
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "CreateJobRequest": ("role", "settings"),
    "JobSettings": ("inputs", "outputGroups"),
    "Input": ("fileInput",),
    "OutputGroup": ("outputGroupSettings", "outputs"),
    "OutputGroupSettings": ("type",),
    "Output": ("containerSettings",),
    "HlsGroupSettings": ("segmentLength", "minSegmentLength"),
    "AacSettings": ("codingMode", "sampleRate"),
    "RemixSettings": ("channelMapping", "channelsIn", "channelsOut"),
    "ChannelMapping": ("outputChannels",),
    "OutputChannelMapping": ("inputChannels",),
}
NOT_EMPTY = frozenset({"inputs", "outputGroups", "outputs"})


@cache
def service_model() -> ServiceModel:
    return ServiceModel(Loader().load_service_model("mediaconvert", "service-2"))


def check_create_job(body: Mapping[str, object]) -> None:
    """Raises Refused with every fault that was found. Paths in the settings are given as the service gives them."""
    shape = service_model().shape_for("CreateJobRequest")
    faults = [f"{path.removeprefix('/settings') or '/'}: {words}" for path, words in _faults(shape, body, "")]
    if faults:
        raise Refused(" | ".join(faults))


def faults_of_answer(operation: str, answer: Mapping[str, object]) -> list[str]:
    """What boto3 would not understand in an answer; for tests."""
    shape = service_model().operation_model(operation).output_shape
    assert shape
    return [f"{path}: {words}" for path, words in _faults(shape, answer, "")]


def _faults(shape: Shape, value: object, path: str) -> Iterator[tuple[str, str]]:
    match shape:
        case StructureShape():
            yield from _of_structure(shape, value, path)
        case ListShape():
            yield from _of_list(shape, value, path)
        case MapShape():
            yield from _of_map(shape, value, path)
        case StringShape():
            yield from _of_string(shape, value, path)
        case _ if shape.type_name in {"integer", "long", "double", "float"}:
            yield from _of_number(shape, value, path)


def _of_structure(shape: StructureShape, value: object, path: str) -> Iterator[tuple[str, str]]:
    if not isinstance(value, dict):
        yield path, "Should be an object"
        return
    members = {member.serialization.get("name", name): member for name, member in shape.members.items()}
    for name in REQUIRED.get(shape.name, ()):
        if name not in value:
            yield path, f"{name} is a required property"
    for name, inner in value.items():
        if name not in members:
            yield f"{path}/{name}", "is not a property of the API"
        else:
            if name in NOT_EMPTY and inner == []:
                yield f"{path}/{name}", "Should have at least 1 items"
            yield from _faults(members[name], inner, f"{path}/{name}")


def _of_list(shape: ListShape, value: object, path: str) -> Iterator[tuple[str, str]]:
    if not isinstance(value, list):
        yield path, "Should be an array"
        return
    for index, each in enumerate(value):
        yield from _faults(shape.member, each, f"{path}/{index}")


def _of_map(shape: MapShape, value: object, path: str) -> Iterator[tuple[str, str]]:
    if not isinstance(value, dict):
        yield path, "Should be an object"
        return
    for name, each in value.items():
        yield from _faults(shape.value, each, f"{path}/{name}")


def _of_string(shape: StringShape, value: object, path: str) -> Iterator[tuple[str, str]]:
    if not isinstance(value, str):
        yield path, "Should be a string"
        return
    if shape.enum and value not in shape.enum:
        yield path, f"Should be equal to one of the allowed values in {json.dumps(shape.enum, separators=(',', ':'))}"
    pattern = shape.metadata.get("pattern")
    if pattern and not re.search(pattern, value):
        yield path, f"Should match pattern {pattern}"
    if len(value) > shape.metadata.get("max", len(value)):
        yield path, f"Should be at most {shape.metadata['max']} characters long"


def _of_number(shape: Shape, value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, bool) or not isinstance(value, int | float):
        yield path, "Should be a number"
        return
    if value > shape.metadata.get("max", value):
        yield path, f"Should be less than or equal to {shape.metadata['max']}"
    if value < shape.metadata.get("min", value):
        yield path, f"Should be greater than or equal to {shape.metadata['min']}"
