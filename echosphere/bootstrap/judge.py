"""Who judges, by the stage's setting."""

from collections.abc import Callable
from functools import cache
from ipaddress import ip_address
from urllib.parse import urlsplit

import boto3

from echosphere.adapters.judges.model.bedrock_model import PATIENCE as MODEL_PATIENCE
from echosphere.adapters.judges.model.bedrock_model import BedrockModel
from echosphere.adapters.judges.model.model_judge import ModelJudge
from echosphere.adapters.judges.model.openai_model import OPENAI, PROVIDER, OpenAIModel, open_client
from echosphere.adapters.judges.rules.judge import RuleJudge
from echosphere.adapters.remembered_secret import RememberedSecret
from echosphere.bootstrap.core import PATIENCE
from echosphere.domain.errors import JudgeUnavailable
from echosphere.ports import Judge
from echosphere.settings import JudgeName, JudgeSettings, read_settings


@cache
def judge() -> Judge:
    """Raises MissingSettings."""
    return make_judge(read_settings(JudgeSettings))


def make_judge(settings: JudgeSettings) -> Judge:
    match settings.judge:
        case JudgeName.RULES:
            return RuleJudge()
        case JudgeName.AWS:
            return ModelJudge(
                BedrockModel(boto3.client("bedrock-runtime", config=MODEL_PATIENCE), settings.judge_model)
            )
        case JudgeName.OPENAI:
            address = settings.judge_endpoint or OPENAI
            client = open_client(address, key=_key(settings.judge_secret_arn))
            return ModelJudge(OpenAIModel(client, settings.judge_model, provider=_provider(address)))


def _provider(address: str) -> str:
    """Who is paid for it, as the price table calls them: nobody for a server of one's own network."""
    if address == OPENAI:
        return PROVIDER
    host = urlsplit(address).hostname or ""
    try:
        is_ours = ip_address(host).is_private
    except ValueError:
        is_ours = host == "localhost"
    return "local" if is_ours else host


def _key(secret_arn: str) -> Callable[[], str] | None:
    if not secret_arn:
        return None
    secret = RememberedSecret(boto3.client("secretsmanager", config=PATIENCE), secret_arn, unavailable=JudgeUnavailable)
    return lambda: secret.read().strip()
