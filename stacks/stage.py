"""What differs between one deployment and another: sizes and switches, never the architecture.

A stage is an entry of `stages` in cdk.json; `-c field=value` replaces one field for one run.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Annotated, Literal, Self

from pydantic import (
    ConfigDict,
    Field,
    NonNegativeInt,
    PositiveInt,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    model_validator,
)
from pydantic.dataclasses import dataclass

from stacks.judge_stage import JudgeStage
from stacks.provider_stage import ProviderStage

DEFAULT = "dev"
# CloudFront's quota of keys in one group.
KEYS_OF_A_GROUP = 5

Origin = Annotated[str, StringConstraints(pattern=r"^https?://[^/\s]+$")]
Socket = Annotated[str, StringConstraints(pattern=r"^wss?://[^/\s]+$")]
PageCertificate = Annotated[str, StringConstraints(pattern=r"^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate/\S+$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Email = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+$")]
Region = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[a-z]+)+-\d$")]


class StageError(ValueError):
    """The stage is unknown, or its fields do not hold; the message names them."""


@dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))
class Stage(ProviderStage, JudgeStage):
    """`page_origin` and `sign_in_origin` are None where CloudFront's and Cognito's own host names serve.
    A `page_origin` of one's own (https) comes with the `page_certificate_arn` of its name, in CloudFront's region.

    `livekit_url` is what browsers dial, `livekit_api_url` what the backend calls: two ways to one server.
    `recording_endpoint` is where LiveKit's recorder finds S3, None at AWS; raw files and what was made of them are kept
    for so many days, None for ever; `recorders` is how many record the sound of a talk at once, of which the better is
    kept; a higher `recorder_key_serial` makes the recorder a new key.
    `signing_keys` numbers the keys that open recordings: the first signs, CloudFront accepts all.
    `recording_consent`: whether people are asked before they are recorded; `by_country` asks everywhere but in the
    `recording_notice_countries` (ISO 3166), where telling them suffices. docs/recording.md has the reasons.
    `most_writes` and `most_reads` are what one person may ask of the API in a quarter of an hour, `most_visits` what
    one address may ask of it in an hour where nobody is asked to sign in; with a higher `edge_secret_serial` CloudFront
    reads anew what it shows the API to be known by (docs/security.md).
    `firewall_region` puts a firewall before CloudFront, and is where AWS wants it (docs/decisions/0008); None: there is
    none, and nothing to pay.
    `trail` keeps who did what to the account, for a year (docs/decisions/0009); one is enough for an account.
    `trace_exporters` get all spans, each of them: X-Ray, LangSmith (its key in `langsmith_secret_arn`, all talks in one
    `langsmith_project`), or whoever speaks OTLP at `otlp_endpoint`, with the headers in `otlp_secret_arn` where it
    wants any.
    `alarm_email` hears every alarm, after a yes to AWS's own question by mail; None: they ring on the dashboard alone.
    `monthly_budget_usd`: what the account may cost in a month; four fifths of it, and a month that will cost more, are
    told to the alarms' topic. 0: nobody looks.
    `hosted`: at `home` nothing is paid for by use, and talks say what they would have cost.
    `agent_image_tag` names an image in a registry; without one the image is built from agent_container/ at deploy.
    """

    name: str
    region: Region
    livekit_url: Socket
    livekit_api_url: Origin
    architecture: Literal["arm64", "x86_64"]
    removal: Literal["destroy", "retain"]
    log_retention_days: PositiveInt
    agent_cpu: PositiveInt
    agent_memory_mib: PositiveInt
    agent_count: NonNegativeInt
    self_sign_up: bool = False
    container_insights: bool = False
    hosted: Literal["aws", "home"] = "aws"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    alarm_email: Email | None = None
    monthly_budget_usd: NonNegativeInt = 0
    site_folder: str = "web/dist"
    page_origin: Origin | None = None
    page_certificate_arn: PageCertificate | None = None
    sign_in_origin: Origin | None = None
    agent_image_tag: str | None = None
    recording_endpoint: Origin | None = None
    recording_raw_days: PositiveInt = 30
    recorders: Annotated[int, Field(ge=1, le=2)] = 1
    recording_media_days: PositiveInt | None = None
    recorder_key_serial: PositiveInt = 1
    recording_consent: Literal["never", "by_country", "always"] = "by_country"
    recording_notice_countries: tuple[Country, ...] = ("JP",)
    signing_keys: Annotated[tuple[PositiveInt, ...], Field(min_length=1, max_length=KEYS_OF_A_GROUP)] = (1,)
    most_writes: PositiveInt = 100
    most_reads: PositiveInt = 1_000
    most_visits: PositiveInt = 1_000
    edge_secret_serial: PositiveInt = 1
    firewall_region: Region | None = None
    trail: bool = False
    trace_exporters: tuple[Literal["xray", "langsmith", "otlp"], ...] = ()
    otlp_endpoint: Origin | None = None
    otlp_secret_arn: str | None = None
    langsmith_secret_arn: str | None = None
    langsmith_project: str = "echosphere"
    google_client_id: str | None = None
    google_secret_arn: str | None = None

    @model_validator(mode="after")
    def _google_is_whole_or_absent(self) -> Self:
        if (self.google_client_id is None) != (self.google_secret_arn is None):
            raise ValueError("google_client_id and google_secret_arn go together")
        return self

    @model_validator(mode="after")
    def _own_name_has_its_certificate(self) -> Self:
        """Else Cognito would call back to a host that CloudFront refuses, and nobody could sign in."""
        if ((self.page_origin or "").startswith("https://")) != (self.page_certificate_arn is not None):
            raise ValueError("an https page_origin and page_certificate_arn go together")
        return self

    @model_validator(mode="after")
    def _exporters_have_what_they_need(self) -> Self:
        needs = {
            "otlp": ("otlp_endpoint", self.otlp_endpoint),
            "langsmith": ("langsmith_secret_arn", self.langsmith_secret_arn),
        }
        for exporter, (field, value) in needs.items():
            if exporter in self.trace_exporters and value is None:
                raise ValueError(f"the trace exporter {exporter} needs {field}")
        return self

    @model_validator(mode="after")
    def _somebody_hears_of_the_budget(self) -> Self:
        """An alarm shows on the dashboard, too; a budget nowhere."""
        if self.monthly_budget_usd and self.alarm_email is None:
            raise ValueError("monthly_budget_usd needs alarm_email")
        return self

    @model_validator(mode="after")
    def _each_key_has_its_own_number(self) -> Self:
        if len(set(self.signing_keys)) < len(self.signing_keys):
            raise ValueError("signing_keys names a key twice")
        return self

    @property
    def retains(self) -> bool:
        return self.removal == "retain"

    @property
    def names_livekit(self) -> bool:
        """Not the placeholders that stand in cdk.json until somebody has a LiveKit."""
        return not any(url.endswith("example.com") for url in (self.livekit_url, self.livekit_api_url))

    @property
    def livekit_agent_url(self) -> str:
        """The backend's way to LiveKit, as the agent's SDK wants it: a web socket."""
        return re.sub(r"^http", "ws", self.livekit_api_url)


def read_stage(context: Callable[[str], object]) -> Stage:
    """`context` looks up one key of the CDK context, None when it is not there. Raises StageError."""
    stages, name = context("stages"), context("stage") or DEFAULT
    if not isinstance(stages, Mapping) or name not in stages:
        known = ", ".join(stages) if isinstance(stages, Mapping) else "none"
        raise StageError(f"no stage {name!r} in cdk.json; it has: {known}")
    given = {field.name: context(field.name) for field in fields(Stage) if field.name != "name"}
    replaced = {field: value for field, value in given.items() if value is not None}
    try:
        return TypeAdapter(Stage).validate_python({**stages[name], **replaced, "name": name})
    except ValidationError as error:
        raise StageError(f"stage {name!r}: {_reasons(error)}") from None


def _reasons(error: ValidationError) -> str:
    return "; ".join(f"{'.'.join(map(str, part['loc'])) or 'it'}: {part['msg']}" for part in error.errors())
