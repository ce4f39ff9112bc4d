"""Who may ask: LiveKit's own check of the token, and the grant that each Egress call needs."""

from urllib.parse import parse_qs

import jwt
from livekit import api
from livekit.api.access_token import Claims

from local.egress.errors import Refused, TokenNotGenuine
from local.livekit_start import LiveKitKeys

BEARER = "Bearer "


def check_may_record(authorization: str | None, query: str, keys: LiveKitKeys) -> None:
    """Raises TokenNotGenuine, Refused."""
    claims = _claims(authorization, query, keys)
    if not (claims and claims.video and claims.video.room_record):
        # As it is there: what others call permission_denied (pkg/service/auth.go, twirpAuthError).
        raise Refused("unauthenticated", "permissions denied")


def _claims(authorization: str | None, query: str, keys: LiveKitKeys) -> Claims | None:
    if authorization and not authorization.startswith(BEARER):
        raise TokenNotGenuine("invalid authorization header. Must start with Bearer ")
    token = (
        authorization.removeprefix(BEARER) if authorization else next(iter(parse_qs(query).get("access_token", [])), "")
    )
    if not token:
        return None
    try:
        issuer = jwt.decode(token, options={"verify_signature": False}).get("iss")
    except jwt.PyJWTError as error:
        raise TokenNotGenuine("invalid authorization token") from error
    if issuer != keys.api_key:
        raise TokenNotGenuine(f"invalid API key: {issuer}")
    try:
        return api.TokenVerifier(keys.api_key, keys.api_secret).verify(token)
    except (jwt.PyJWTError, ValueError, TypeError) as error:
        raise TokenNotGenuine("invalid token") from error
