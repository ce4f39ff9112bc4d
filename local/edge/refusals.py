"""CloudFront's own answers to a request that does not reach an origin."""

from starlette.responses import Response

MESSAGES = {
    "AccessDenied": "Access Denied",
    "InvalidKey": "Unknown Key",
    "MissingKey": "Missing Key-Pair-Id query parameter or cookie value",
    "MethodNotAllowed": "This distribution is not configured to allow the HTTP request method that was used.",
}
ERROR = '<?xml version="1.0" encoding="UTF-8"?><Error><Code>{code}</Code><Message>{message}</Message></Error>'


def refusal(code: str) -> Response:
    body = ERROR.format(code=code, message=MESSAGES[code])
    return Response(body, status_code=403, media_type="text/xml", headers={"x-cache": "Error from cloudfront"})


def unavailable(reason: str, *, status: int) -> Response:
    """502 where the origin cannot be reached, 503 where a function failed, 504 where the origin took too long."""
    return Response(reason, status_code=status, media_type="text/plain", headers={"x-cache": "Error from cloudfront"})
