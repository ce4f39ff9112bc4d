"""The cookies that CloudFront asks for: for one talk's folder, read by no script, sent by no other site."""

from fastapi import Response

from echosphere.domain.playback import ACCESS_LASTS, Access
from echosphere.domain.recording import session_media_prefix


def set_playback_cookies(response: Response, access: Access, *, session_id: str) -> None:
    response.headers["cache-control"] = "no-store"
    for name, value in access.parameters:
        response.set_cookie(
            f"CloudFront-{name}",
            value,
            max_age=int(ACCESS_LASTS.total_seconds()),
            path="/" + session_media_prefix(session_id).rstrip("/"),
            secure=True,
            httponly=True,
            samesite="strict",
        )
