"""`python -m local.fargate HOME CLUSTER SERVICE`: the service's one task, as a process of this machine."""

import argparse
import asyncio
import secrets
import sys
import threading
from pathlib import Path

import boto3
import uvicorn

from local.environment import cloud_address, plain_environment
from local.fargate.credentials_endpoint import PATH, credentials_app
from local.fargate.resolve_secrets import resolve_secrets
from local.fargate.role_credentials import RoleCredentials, session_of
from local.fargate.run_task import run_task
from local.fargate.task import Task, read_task
from local.installation import LOOPBACK, Installation

# A task has a network of its own in AWS; here two platforms share one.
PORTS = ("AGENT_HEALTH_PORT", "AGENT_METRICS_PORT", "COLLECTOR_PORT")
# The task definition gives a running talk two minutes to end; who stops a laptop's platform does not wait for that.
LONGEST_STOP_S = 10


def main() -> None:
    parser = argparse.ArgumentParser(prog="local.fargate")
    parser.add_argument("home", type=Path)
    parser.add_argument("cluster")
    parser.add_argument("service")
    arguments = parser.parse_args()
    installation = Installation.load(arguments.home)
    task = read_task(boto3.client("ecs"), cluster=arguments.cluster, service=arguments.service)
    token = secrets.token_urlsafe()
    _serve_credentials(installation, task, token)
    environment = task_environment(installation, task, token=token, secret_values=_secret_values(task))
    sys.exit(asyncio.run(run_task(task.command, environment, stop_timeout_s=min(task.stop_timeout_s, LONGEST_STOP_S))))


def task_environment(
    installation: Installation, task: Task, *, token: str, secret_values: dict[str, str]
) -> dict[str, str]:
    """What the container would see: its own variables, and the way to its role's credentials."""
    environment = {
        **plain_environment(installation),
        **cloud_address(installation),
        "HOME": str(installation.temporary),
        **task.environment,
        **secret_values,
        "AWS_CONTAINER_CREDENTIALS_FULL_URI": f"http://{LOOPBACK}:{installation.ports.agent_credentials}{PATH}",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN": token,
    }
    shifted = {name: str(int(environment[name]) + installation.port_shift) for name in PORTS if name in environment}
    return {**environment, **shifted}


def _serve_credentials(installation: Installation, task: Task, token: str) -> None:
    role = RoleCredentials(boto3.client("sts"), task.task_role_arn, session_name="agent")
    config = uvicorn.Config(
        credentials_app(role, token=token),
        host=LOOPBACK,
        port=installation.ports.agent_credentials,
        log_level="warning",
    )
    # On a thread, so that the signals stay with the task.
    threading.Thread(target=uvicorn.Server(config).run, daemon=True).start()


def _secret_values(task: Task) -> dict[str, str]:
    execution = RoleCredentials(boto3.client("sts"), task.execution_role_arn, session_name="agent-start")
    return resolve_secrets(session_of(execution.current()).client("secretsmanager"), task.secrets)


if __name__ == "__main__":
    main()
