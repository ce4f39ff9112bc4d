"""The environment, read here and nowhere else. A missing variable stops the start and is named."""

from enum import StrEnum

from pydantic import Field, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings

from echosphere.domain.consent import AskConsent
from echosphere.domain.hosting import Host


class MissingSettings(RuntimeError):
    """Raised at the start of a process; says which variables are missing or wrong, never their values."""


class CoreSettings(BaseSettings):
    """What every process of the core needs, as the stacks hand it over."""

    table_name: str
    bus_name: str
    livekit_url: str = Field(description="wss:// address that browsers use; the agent's own in the agent")
    agent_name: str


class BackendSettings(CoreSettings):
    livekit_api_url: str = Field(description="address of LiveKit's server API as a Lambda reaches it")
    livekit_secret_arn: str
    raw_bucket: str
    media_bucket: str
    recorder_secret_arn: str
    recording_endpoint: str = Field("", description="where the recorder finds S3; empty: at AWS")
    recorders: int = Field(1, ge=1, le=2, description="how many record the sound of a talk at once")
    hosted: Host = "aws"
    aws_region: str


class MediaSettings(BackendSettings):
    mediaconvert_role_arn: str
    stage: str


class PlaybackSettings(BaseSettings):
    page_origin: str = Field(description="the distribution's address as viewers know it, without a slash at its end")
    signing_key_id: str
    signing_secret_arn: str


class DirectorySettings(BaseSettings):
    user_pool_id: str


class LimitSettings(BaseSettings):
    most_writes: int = Field(100, ge=1, description="of one person in a quarter of an hour")
    most_reads: int = Field(1_000, ge=1, description="the same")
    most_visits: int = Field(1_000, ge=1, description="of one address in an hour, where nobody is asked to sign in")


class EdgeSettings(BaseSettings):
    edge_secret_arn: str = Field(description="what CloudFront brings to show that it is CloudFront")


class ConsentSettings(BaseSettings):
    recording_consent: AskConsent
    recording_notice_countries: str = Field(description="comma between them; empty: none")


class JudgeName(StrEnum):
    AWS = "aws"
    OPENAI = "openai"
    RULES = "rules"


class JudgeSettings(BaseSettings):
    judge: JudgeName
    judge_model: str = Field("", validate_default=True, description="as its provider calls it; rules have none")
    judge_endpoint: str = Field("", description="of a server that speaks as OpenAI does; empty: OpenAI itself")
    judge_secret_arn: str = Field(
        "", description="the secret that holds its key and nothing else; empty: it wants none"
    )

    @field_validator("judge_model")
    @classmethod
    def _a_model_has_a_name(cls, model: str, field: ValidationInfo) -> str:
        if not model and field.data.get("judge", JudgeName.RULES) is not JudgeName.RULES:
            raise ValueError("a model is chosen and not named")
        return model


class TraceSettings(BaseSettings):
    trace_exporters: str = Field("", description="comma between them; empty: none")
    otlp_endpoint: str = Field("", description="of the exporter `otlp`, up to and without /v1/traces")
    otlp_secret_arn: str = Field("", description="its headers as a JSON object; empty: it wants none")
    langsmith_secret_arn: str = Field("", description="a JSON object with `api_key`")
    langsmith_project: str = Field("", description="where LangSmith keeps talks; the collector says the same")
    spans_queue_url: str
    aws_region: str
    stage: str


class AgentCoreSettings(CoreSettings):
    livekit_api_key: str
    livekit_api_secret: str


def read_settings[S: BaseSettings](kind: type[S]) -> S:
    """Raises MissingSettings."""
    try:
        return kind()
    except ValidationError as error:
        names = sorted({str(part["loc"][0]).upper() for part in error.errors()})
        raise MissingSettings(f"missing or wrong in the environment: {', '.join(names)}") from None
