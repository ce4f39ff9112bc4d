"""Where the task's SDKs fetch the credentials of its role, as on Fargate.

The address and the token reach the task as AWS_CONTAINER_CREDENTIALS_FULL_URI and AWS_CONTAINER_AUTHORIZATION_TOKEN.
"""

import secrets

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from local.fargate.role_credentials import RoleCredentials

PATH = "/credentials"


def credentials_app(role: RoleCredentials, *, token: str) -> Starlette:
    # Not a coroutine: asking STS blocks, so Starlette runs it on a thread.
    def give(request: Request) -> Response:
        if not secrets.compare_digest(request.headers.get("authorization", ""), token):
            return Response(status_code=401)
        held = role.current()
        return JSONResponse(
            {
                "AccessKeyId": held["AccessKeyId"],
                "SecretAccessKey": held["SecretAccessKey"],
                "Token": held["SessionToken"],
                "Expiration": held["Expiration"].isoformat(),
            }
        )

    return Starlette(routes=[Route(PATH, give)])
