"""Prints the OpenAPI document of every route that people's browsers use: `python -m lambdas.openapi`."""

import json
import sys
from http import HTTPStatus

from fastapi.openapi.utils import get_openapi

from echosphere.domain.errors import MalformedRequest
from lambdas.api.handler import application as api
from lambdas.http.problems import Problem, documented
from lambdas.token.handler import application as token

BEARER = {"type": "http", "scheme": "bearer", "bearerFormat": "JWT", "description": "A Cognito access token"}
PUBLIC = {
    "/api/health",
    "/api/invitations/{secret}",
    "/api/invitations/{secret}/passes",
    "/api/sessions/{session_id}/playback/{attempt}/{playlist}",
    "/api/shared/{secret}/playback",
}
# A body that no reader understands comes to no route, so none can tell of it.
_UNREADABLE = documented(MalformedRequest)[HTTPStatus.BAD_REQUEST]


def document() -> dict[str, object]:
    spec = get_openapi(
        title="EchoSphere",
        version="1",
        summary="Talk to it, replay it, learn from it.",
        routes=[*api().routes, *token().routes],
    )
    spec["components"]["schemas"]["Problem"] = Problem.model_json_schema()
    spec["components"]["securitySchemes"] = {"person": BEARER}
    for path, operations in spec["paths"].items():
        for operation in operations.values():
            operation["security"] = [] if path in PUBLIC else [{"person": []}]
            if "requestBody" in operation:
                operation["responses"].setdefault(str(HTTPStatus.BAD_REQUEST.value), _UNREADABLE)
    return spec


if __name__ == "__main__":
    json.dump(document(), sys.stdout, indent=2, ensure_ascii=False)
    sys.stdout.write("\n")
