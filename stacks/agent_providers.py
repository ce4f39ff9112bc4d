"""What the agent's container is told of its providers: names in its environment, keys from Secrets Manager."""

import json

from aws_cdk import aws_ecs as ecs
from aws_cdk import aws_secretsmanager as secretsmanager
from constructs import Construct

from stacks.provider_stage import ProviderStage


def provider_environment(stage: ProviderStage) -> dict[str, str]:
    """What the stage leaves open is the agent's to decide."""
    told = {
        "PROVIDERS": stage.agent_providers,
        "EARS": stage.agent_ears,
        "BRAIN": stage.agent_brain,
        "VOICE": stage.agent_voice,
        "LANGUAGES": stage.agent_languages,
        "TEMPERATURE": stage.agent_temperature,
        "MAX_ANSWER_TOKENS": stage.agent_max_answer_tokens,
        "BEDROCK_MODEL": stage.bedrock_model,
        "MODELS": stage.provider_models,
        "VOICES": stage.provider_voices,
        "WHISPER_MODEL_DIR": stage.whisper_model_dir,
        "ENDPOINTS": stage.provider_endpoints,
    }
    return {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in told.items()
        if value is not None and value != {}
    }


def provider_keys(scope: Construct, stage: ProviderStage) -> dict[str, ecs.Secret]:
    """ECS reads them at the start of a task, with a role that may read these and no others."""
    return {
        f"{name.upper()}_API_KEY": ecs.Secret.from_secrets_manager(
            secretsmanager.Secret.from_secret_complete_arn(scope, f"{name.capitalize()}Key", arn)
        )
        for name, arn in stage.provider_secret_arns.items()
    }
