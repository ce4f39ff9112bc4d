"""Where sign-ins are kept."""

from functools import cache

import boto3

from echosphere.adapters.cognito_directory import CognitoDirectory
from echosphere.bootstrap.core import PATIENCE
from echosphere.ports import Directory
from echosphere.settings import DirectorySettings, read_settings


@cache
def directory() -> Directory:
    """Raises MissingSettings."""
    return CognitoDirectory(boto3.client("cognito-idp", config=PATIENCE), read_settings(DirectorySettings).user_pool_id)
