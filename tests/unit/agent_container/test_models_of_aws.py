import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.unit

# In a process of its own, because what is read once is kept for good.
CLIENTS_AFTERWARDS = """
import os

import boto3
import botocore.loaders
import botocore.session

import agent_container.models_of_aws

def read_again(*_):
    raise AssertionError("a model is read again")

botocore.loaders.JSONFileLoader.load_file = read_again
for service in agent_container.models_of_aws.SERVICES:
    boto3.client(service)
    botocore.session.get_session().create_client(service)
print(*agent_container.models_of_aws.SERVICES, len(os.listdir("/proc/self/task")))
"""


def test_clients_are_made_of_what_was_read_before_the_fork_without_a_thread_that_it_would_lose() -> None:
    told = subprocess.run(  # noqa: S603  # our own interpreter
        [sys.executable, "-c", CLIENTS_AFTERWARDS],
        env={**os.environ, "AWS_DEFAULT_REGION": "ap-northeast-1", "AWS_CONFIG_FILE": os.devnull},
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout.split() == ["dynamodb", "events", "1"]
