"""The one table from our errors to HTTP. OpenAPI, the answers and the tests are all read from it."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel

from echosphere.domain import errors

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER_S = 2
WHEN_FEWER_ASK_S = 10


class Problem(BaseModel):
    """RFC 9457. `code` is stable and for programs, `title` and `detail` are for people."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    request_id: str


@dataclass(frozen=True, slots=True)
class Row:
    status: HTTPStatus
    title: str
    detail: str


PROBLEMS: dict[type[errors.EchoSphereError], Row] = {
    errors.SessionNotFound: Row(
        HTTPStatus.NOT_FOUND, "No such talk", "There is no talk with this id in your workspace. Check the address."
    ),
    errors.RecordingNotFound: Row(
        HTTPStatus.NOT_FOUND, "No recording", "This talk was not recorded. Its words are still there to read."
    ),
    errors.PersonaNotFound: Row(
        HTTPStatus.NOT_FOUND, "No such persona", "There is no persona with this id in your workspace. Choose another."
    ),
    errors.SharedLinkNotFound: Row(
        HTTPStatus.NOT_FOUND, "Nothing is shared here", "The link has ended or was taken back. Ask for a new one."
    ),
    errors.InvitationNotFound: Row(
        HTTPStatus.NOT_FOUND, "No invitation here", "It has ended or was taken back. Ask who invited you for a new one."
    ),
    errors.NotFound: Row(HTTPStatus.NOT_FOUND, "Not found", "There is nothing at this address. Check the address."),
    errors.SessionAlreadyStarted: Row(
        HTTPStatus.CONFLICT, "The talk runs already", "A talk is started once. Join the one that runs."
    ),
    errors.SessionOver: Row(HTTPStatus.CONFLICT, "The talk is over", "Nobody can enter it again. Start a new talk."),
    errors.RecordingNotReady: Row(
        HTTPStatus.CONFLICT, "Still being made", "The recording is being prepared. Ask for its status, and try again."
    ),
    errors.ConsentNeeded: Row(
        HTTPStatus.CONFLICT,
        "Consent is needed to record",
        "Ask the person. Then send recording_consent: true with their yes, or record: false, and a new key.",
    ),
    errors.RoomFull: Row(
        HTTPStatus.CONFLICT, "The room is full", "As many people are in it as can be. Try again when somebody has left."
    ),
    errors.IdempotencyKeyReused: Row(
        HTTPStatus.CONFLICT,
        "This Idempotency-Key was used",
        "It came with another request before. Send a new key for a new request.",
    ),
    errors.Conflict: Row(HTTPStatus.CONFLICT, "Changed meanwhile", "Somebody was faster. Read it again and retry."),
    errors.TooManyRequests: Row(
        HTTPStatus.TOO_MANY_REQUESTS, "Too often", "Wait as long as the header Retry-After says, then go on."
    ),
    errors.UsedUp: Row(
        HTTPStatus.TOO_MANY_REQUESTS,
        "This invitation is used up",
        "People came in by it as often as they may. Ask who invited you for a new one.",
    ),
    errors.InvalidIdempotencyKey: Row(
        HTTPStatus.BAD_REQUEST,
        "Idempotency-Key is missing or malformed",
        "Send 8 to 64 printable ASCII characters in the header Idempotency-Key, new for each new request.",
    ),
    errors.InvalidCursor: Row(
        HTTPStatus.BAD_REQUEST, "Unknown cursor", "Send next_cursor of the page before, unchanged, or none at all."
    ),
    errors.MalformedRequest: Row(
        HTTPStatus.BAD_REQUEST, "Not understood", "The request cannot be read. Send JSON that is not too deeply nested."
    ),
    errors.MethodNotAllowed: Row(
        HTTPStatus.METHOD_NOT_ALLOWED, "Not with this method", "The header Allow names the methods of this address."
    ),
    errors.LanguageNotSpoken: Row(
        HTTPStatus.UNPROCESSABLE_ENTITY, "Not in this language", "Choose one of the persona's languages, or none."
    ),
    errors.InvalidPeriod: Row(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "No such period",
        "Send a first day and a last one that is not before it, no later than may be, and as few days as allowed.",
    ),
    errors.InvalidRequest: Row(HTTPStatus.UNPROCESSABLE_ENTITY, "Invalid request", "Correct the fields named here."),
    errors.RoleTooLow: Row(
        HTTPStatus.FORBIDDEN,
        "Not with your role",
        "A viewer only reads, and some is for admins alone. Ask an admin of the workspace.",
    ),
    errors.NotTheSpeaker: Row(
        HTTPStatus.FORBIDDEN, "Somebody else's talk", "Whoever started a talk speaks in it. Start one of your own."
    ),
    errors.NotTheOwner: Row(
        HTTPStatus.FORBIDDEN, "Not yours to share", "Ask who held the talk, or an admin of the workspace, for a link."
    ),
    errors.GuestRemoved: Row(
        HTTPStatus.FORBIDDEN, "You were removed from this talk", "Who invited you has sent you out. Ask them."
    ),
    errors.PersonaBuiltIn: Row(
        HTTPStatus.FORBIDDEN, "Not to be changed", "It comes with the product. Make a persona of your own instead."
    ),
    errors.PlaybackRefused: Row(
        HTTPStatus.FORBIDDEN, "Not open any more", "The way to a recording is open for an hour. Open the talk again."
    ),
    errors.NotAllowed: Row(HTTPStatus.FORBIDDEN, "Not allowed", "Your role in this workspace does not include this."),
    errors.WebhookNotGenuine: Row(
        HTTPStatus.UNAUTHORIZED, "Not from LiveKit", "The signature or the body's hash does not hold. Check the keys."
    ),
    errors.PersonGone: Row(
        HTTPStatus.UNAUTHORIZED, "This account is gone", "All that was kept of it is deleted. Sign up to begin anew."
    ),
    errors.NotGenuine: Row(HTTPStatus.UNAUTHORIZED, "Not signed in", "Sign in and send the access token as Bearer."),
    errors.Refused: Row(
        HTTPStatus.BAD_GATEWAY, "Refused by a service", "It is logged under request_id. Tell us the id."
    ),
    errors.Overloaded: Row(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "Too many at once",
        "Nothing was begun. Come again as late as the header Retry-After says.",
    ),
    errors.TookTooLong: Row(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "Not done in time",
        "It may be done all the same. Ask again as late as the header Retry-After says, with the same Idempotency-Key.",
    ),
    errors.Unavailable: Row(
        HTTPStatus.SERVICE_UNAVAILABLE, "Out of reach for a moment", "Nothing was lost. Try again in a few seconds."
    ),
    errors.EchoSphereError: Row(
        HTTPStatus.INTERNAL_SERVER_ERROR, "Our fault", "It is logged under request_id. Try again, then tell us the id."
    ),
}


def row_of(kind: type[errors.EchoSphereError]) -> Row:
    """The row of the error's own class or of its nearest parent."""
    return next(PROBLEMS[each] for each in kind.__mro__ if each in PROBLEMS)


def to_problem(error: errors.EchoSphereError, *, request_id: str, detail: str | None = None) -> Problem:
    row = row_of(type(error))
    return Problem(
        type=f"urn:echosphere:problem:{error.code}",
        title=row.title,
        status=row.status,
        detail=detail or row.detail,
        code=error.code,
        request_id=request_id,
    )


def documented(*kinds: type[errors.EchoSphereError]) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route, for OpenAPI: everything that it may answer instead of what was asked for."""
    kinds = (errors.PersonUnknown, errors.InvalidRequest, errors.TooManyRequests, errors.Unavailable, *kinds)
    return {
        int(row_of(kind).status): {
            "description": row_of(kind).title,
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for kind in kinds
    }
