"""What is refused, in Twirp's words and with LiveKit's."""

from http import HTTPStatus

STATUS = {
    "bad_route": HTTPStatus.NOT_FOUND,
    "failed_precondition": HTTPStatus.PRECONDITION_FAILED,
    "internal": HTTPStatus.INTERNAL_SERVER_ERROR,
    "invalid_argument": HTTPStatus.BAD_REQUEST,
    "malformed": HTTPStatus.BAD_REQUEST,
    "not_found": HTTPStatus.NOT_FOUND,
    "unauthenticated": HTTPStatus.UNAUTHORIZED,
    "unavailable": HTTPStatus.SERVICE_UNAVAILABLE,
    "unimplemented": HTTPStatus.NOT_IMPLEMENTED,
}


class Refused(Exception):
    """Answered as Twirp's JSON; `code` is one of STATUS."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code
        self.words = words

    @property
    def status(self) -> HTTPStatus:
        return STATUS[self.code]


class TokenNotGenuine(Exception):
    """Answered as plain text, before Twirp sees the request (pkg/service/auth.go)."""


class UploadFailed(Exception):
    """The storage took the file not at all or not whole; the message is for the EgressInfo."""


def missing(field: str) -> Refused:
    return Refused("invalid_argument", f"request has missing or invalid field: {field}")


def not_played(feature: str) -> Refused:
    return Refused("invalid_argument", f"{feature} is not yet supported")
