"""What differs between one deployment and another: sizes and switches, never the architecture.

A stage is an entry of `stages` in cdk.json; `-c field=value` replaces one field for one run.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from typing import Literal, get_args

Removal = Literal["destroy", "retain"]
Architecture = Literal["arm64", "x86_64"]
Providers = Literal["aws", "local"]
Switch = Literal["on", "off"]

ORIGIN = re.compile(r"https?://[^/\s]+")
SOCKET = re.compile(r"wss?://[^/\s]+")
REGION = re.compile(r"[a-z]{2}(-[a-z]+)+-\d")


class StageError(ValueError):
    """The stage is unknown, or one of its fields is; the message names it."""


@dataclass(frozen=True, kw_only=True)
class Stage:
    """`page_origin` and `sign_in_origin` are None where CloudFront's and Cognito's own host names serve.

    `livekit_url` is what browsers dial, `livekit_api_url` what the backend calls: in real networks two ways to one server.
    `agent_image_tag` names an image in a registry; without one the image is built from agent_container/ at deploy.
    """

    name: str
    region: str
    livekit_url: str
    livekit_api_url: str
    agent_providers: Providers
    architecture: Architecture
    removal: Removal
    log_retention_days: int
    agent_cpu: int
    agent_memory_mib: int
    agent_count: int
    self_sign_up: Switch = "off"
    container_insights: Switch = "off"
    log_level: str = "INFO"
    site_folder: str = "web/dist"
    page_origin: str | None = None
    sign_in_origin: str | None = None
    agent_image_tag: str | None = None
    google_client_id: str | None = None
    google_secret_arn: str | None = None

    @property
    def retains(self) -> bool:
        return self.removal == "retain"

    @property
    def livekit_agent_url(self) -> str:
        """The backend's way to LiveKit, as the agent's SDK wants it: a web socket."""
        return re.sub(r"^http", "ws", self.livekit_api_url)


def read_stage(context: Callable[[str], object]) -> Stage:
    """`context` looks up one key of the CDK context. Raises StageError."""
    stages, name = context("stages"), context("stage") or "dev"
    if not isinstance(stages, Mapping) or name not in stages:
        known = ", ".join(stages) if isinstance(stages, Mapping) else "none"
        raise StageError(f"no stage {name!r} in cdk.json; it has: {known}")
    written = {"name": name, **stages[name]}
    if unknown := written.keys() - {field.name for field in fields(Stage)}:
        raise StageError(f"stage {name!r} has unknown fields: {', '.join(sorted(unknown))}")
    stage = Stage(**{field.name: _read_field(field, written, context) for field in fields(Stage)})
    _check(stage)
    return stage


def _read_field(field: "Field[object]", written: Mapping[str, object], context: Callable[[str], object]) -> object:
    override = None if field.name == "name" else context(field.name)
    value = written.get(field.name, field.default) if override is None else override
    if value is MISSING:
        raise StageError(f"stage {written['name']!r} lacks {field.name}")
    if field.type is int:
        return _read_count(field.name, value)
    if value is not None and not isinstance(value, str):
        raise StageError(f"{field.name} must be text, not {value!r}")
    if (allowed := get_args(field.type)) and str not in allowed and value not in allowed:
        raise StageError(f"{field.name} must be one of {', '.join(allowed)}, not {value!r}")
    return value


def _read_count(name: str, value: object) -> int:
    # The command line gives text where cdk.json gives a number.
    if not re.fullmatch(r"\d+", str(value)):
        raise StageError(f"{name} must be a whole number, not {value!r}")
    return int(str(value))


def _check(stage: Stage) -> None:
    shapes = {
        "region": REGION,
        "livekit_url": SOCKET,
        "livekit_api_url": ORIGIN,
        "page_origin": ORIGIN,
        "sign_in_origin": ORIGIN,
    }
    for name, shape in shapes.items():
        value = getattr(stage, name)
        if value is not None and not shape.fullmatch(value):
            raise StageError(f"{name} does not look right: {value!r}")
    if (stage.google_client_id is None) != (stage.google_secret_arn is None):
        raise StageError("google_client_id and google_secret_arn go together")
