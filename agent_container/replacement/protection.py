"""ECS's word that this task is stopped by no deployment and no scale-in.

Its agent is asked, at an address of the task's own: it knows which task asks, and signs in the name of its role.
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-scale-in-protection-endpoint.html
"""

import json
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

from agent_container.replacement.ecs_would_not import EcsWouldNot

PROTECTED_MINUTES = 60  # after which ECS forgets of itself, should nobody be left to say so
PATIENCE_S = 6.0  # ECS's agent itself gives ECS 4 s


class Protection:
    """Blocks. `agent_uri` is ECS_AGENT_URI."""

    def __init__(self, agent_uri: str, *, patience_s: float = PATIENCE_S) -> None:
        self._address = f"{agent_uri}/task-protection/v1/state"
        self._patience_s = patience_s
        self._opener = build_opener(ProxyHandler({}))  # a proxy of the surroundings does not know this address

    def begin(self) -> None:
        """Lasts anew from now. Raises EcsWouldNot."""
        self._put({"ProtectionEnabled": True, "ExpiresInMinutes": PROTECTED_MINUTES})

    def end(self) -> None:
        """Raises EcsWouldNot."""
        self._put({"ProtectionEnabled": False})

    def _put(self, wish: dict[str, object]) -> None:
        request = Request(  # noqa: S310  # the address is ECS's own
            self._address, method="PUT", data=json.dumps(wish).encode(), headers={"Content-Type": "application/json"}
        )
        try:
            with self._opener.open(request, timeout=self._patience_s) as answer:
                _raise_for_failure(json.load(answer))
        except HTTPError as error:
            with error:
                raise EcsWouldNot(_code_of(error)) from error
        except (OSError, HTTPException) as error:
            raise EcsWouldNot("unreachable") from error
        except ValueError as error:
            raise EcsWouldNot("unreadable") from error


def _raise_for_failure(answer: Any) -> None:  # noqa: ANN401  # foreign JSON
    """A refusal comes with status 200: as DEPLOYMENT_BLOCKED, when as many are protected as the service wants."""
    match answer:
        case {"protection": {}}:
            return
        case {"failure": {"Reason": str(reason)}}:
            raise EcsWouldNot(reason)
        case _:
            raise EcsWouldNot("unreadable")


def _code_of(error: HTTPError) -> str:
    try:
        return str(json.load(error)["error"]["Code"])
    except (OSError, HTTPException, ValueError, KeyError, TypeError):
        return f"http_{error.code}"
