"""The values of a container's secrets, as ECS takes them from Secrets Manager with the execution role."""

import json
from collections.abc import Mapping

from mypy_boto3_secretsmanager import SecretsManagerClient

# arn:aws:secretsmanager:<region>:<account>:secret:<name>
PARTS_OF_AN_ARN = 7


def resolve_secrets(client: SecretsManagerClient, references: Mapping[str, str]) -> dict[str, str]:
    return {variable: _resolve(client, reference) for variable, reference in references.items()}


def _resolve(client: SecretsManagerClient, reference: str) -> str:
    """`<arn>` for the whole secret, `<arn>:<json key>:<version stage>:<version id>` for one field of it."""
    parts = reference.split(":")
    text = client.get_secret_value(SecretId=":".join(parts[:PARTS_OF_AN_ARN]))["SecretString"]
    key = parts[PARTS_OF_AN_ARN] if len(parts) > PARTS_OF_AN_ARN else ""
    return str(json.loads(text)[key]) if key else text
