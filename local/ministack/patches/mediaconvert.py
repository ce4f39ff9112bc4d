"""MiniStack has no MediaConvert: it answers "Unsupported service". `local/mediaconvert` is put in its place."""

import sys
from types import ModuleType

from ministack import app
from ministack.core import iam_actions, router

from local.ministack.mediaconvert_service import MediaConvertModule, resource_arn

NAME = "mediaconvert"


def apply() -> None:
    module = MediaConvertModule()
    sys.modules[f"ministack.services.{NAME}"] = _as_module(module)
    app._loaded_modules.pop(NAME, None)
    app.SERVICE_REGISTRY = {**app.SERVICE_REGISTRY, NAME: {"module": NAME}}
    app.SERVICE_HANDLERS = {**app.SERVICE_HANDLERS, NAME: module.handle_request}
    app._state_map = {**app._state_map, NAME: NAME}
    # A signed request is found by the name it is signed for; without an entry every model of boto3 is read first.
    router.SERVICE_PATTERNS = {**router.SERVICE_PATTERNS, NAME: {"host_patterns": [r"mediaconvert\."]}}
    iam_actions.SERVICE_TO_IAM_NAMESPACE = {**iam_actions.SERVICE_TO_IAM_NAMESPACE, NAME: NAME}
    iam_actions._BOTOCORE_SERVICE_MAP = {**iam_actions._BOTOCORE_SERVICE_MAP, NAME: [NAME]}
    _name_resources()


def _name_resources() -> None:
    stock = iam_actions.extract_resource_arn

    def extract_resource_arn(
        service: str, method: str, path: str, headers: object, body: bytes, query: object, region: str, account: str
    ) -> str:
        if service == NAME:
            return resource_arn(method, path, body, region, account)
        found: str = stock(service, method, path, headers, body, query, region, account)
        return found

    iam_actions.extract_resource_arn = extract_resource_arn


def _as_module(service: MediaConvertModule) -> ModuleType:
    module = ModuleType(f"ministack.services.{NAME}")
    for name in ("handle_request", "get_state", "load_persisted_state", "reset", "stop"):
        setattr(module, name, getattr(service, name))
    return module
