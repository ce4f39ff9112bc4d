"""By what CloudFront is known to the functions behind it."""

from functools import cache

import boto3

from echosphere.adapters.edge_secret import EdgeSecret
from echosphere.bootstrap.core import PATIENCE
from echosphere.settings import EdgeSettings, read_settings


@cache
def edge_secret() -> EdgeSecret:
    """Raises MissingSettings."""
    arn = read_settings(EdgeSettings).edge_secret_arn
    return EdgeSecret(boto3.client("secretsmanager", config=PATIENCE), arn)
