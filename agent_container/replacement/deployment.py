"""Whether the service has gone on to a newer deployment than the one that this task belongs to.

The deployment is compared, not the task definition's revision: who forces a new deployment keeps the revision.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from typing import TYPE_CHECKING, Literal
from urllib.request import ProxyHandler, build_opener

from botocore.exceptions import BotoCoreError, ClientError

from agent_container.replacement.ecs_would_not import EcsWouldNot

if TYPE_CHECKING:
    from mypy_boto3_ecs import ECSClient
    from mypy_boto3_ecs.type_defs import DeploymentTypeDef

Standing = Literal["current", "followed", "replaced"]
"""Followed: a newer deployment has begun, and not all of its tasks run yet."""
PATIENCE_S = 2.0  # the task's own metadata are on its own machine


@dataclass(frozen=True, slots=True)
class Place:
    cluster: str
    service: str
    deployment_id: str


class Deployment:
    """Blocks. `metadata_uri` is ECS_CONTAINER_METADATA_URI_V4. The client is made when it is first needed."""

    def __init__(self, metadata_uri: str, open_client: Callable[[], "ECSClient"]) -> None:
        self._metadata_uri = metadata_uri
        self._open_client = open_client
        self._client: ECSClient | None = None
        self._place: Place | None = None

    def standing(self) -> Standing:
        """One call, and another one the first time. Raises EcsWouldNot."""
        with _translated():
            client = self._client = self._client or self._open_client()
            place = self._place = self._place or _place_of(client, *self._read_metadata())
            found = client.describe_services(cluster=place.cluster, services=[place.service])
            (primary,) = [one for one in found["services"][0]["deployments"] if one["status"] == "PRIMARY"]
            return _standing(place.deployment_id, primary)

    def _read_metadata(self) -> tuple[str, str]:
        """Cluster and task, each as its ARN or its name."""
        with build_opener(ProxyHandler({})).open(f"{self._metadata_uri}/task", timeout=PATIENCE_S) as answer:
            metadata = json.load(answer)
        return str(metadata["Cluster"]), str(metadata["TaskARN"])


def _place_of(client: "ECSClient", cluster: str, task_arn: str) -> Place:
    """ECS writes down who started a task: the service in `group`, its deployment in `startedBy`."""
    task = client.describe_tasks(cluster=cluster, tasks=[task_arn])["tasks"][0]
    return Place(cluster, task["group"].removeprefix("service:"), task["startedBy"])


def _standing(deployment_id: str, primary: "DeploymentTypeDef") -> Standing:
    if primary["desiredCount"] == 0:  # no agent is wanted any more, so there is none to wait for
        return "replaced"
    if primary["id"] == deployment_id:
        return "current"
    return "replaced" if primary["runningCount"] >= primary["desiredCount"] else "followed"


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        raise EcsWouldNot(str(error.response["Error"]["Code"])) from error
    except (BotoCoreError, HTTPException, OSError) as error:
        raise EcsWouldNot("unreachable") from error
    except (ValueError, KeyError, IndexError, TypeError) as error:  # no such task or service, or none of a service
        raise EcsWouldNot("unreadable") from error
