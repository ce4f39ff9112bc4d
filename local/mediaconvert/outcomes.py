"""How a request or a job ends badly, in MediaConvert's own codes and words.

Job codes: docs.aws.amazon.com/mediaconvert/latest/ug/mediaconvert_error_codes.html; the words are those of its examples
and of error reports that people published.
"""

from http import HTTPStatus


class Refused(Exception):
    """The request is answered with this error. `code` is one of the API's, `words` a client may show."""

    def __init__(
        self, words: str, *, code: str = "BadRequestException", status: HTTPStatus = HTTPStatus.BAD_REQUEST
    ) -> None:
        super().__init__(words)
        self.words, self.code, self.status = words, code, status


class JobFailed(Exception):
    """The job was taken and ends with status ERROR."""

    def __init__(self, code: int, words: str) -> None:
        super().__init__(words)
        self.code, self.words = code, words


class JobCanceled(Exception):
    """Somebody called CancelJob while it ran."""


FILE_ACCESS, MISSING_VIDEO, SETTINGS, SOURCE_READ, PERMISSIONS, FILE_OPEN = 1010, 1020, 1040, 1076, 1401, 1404
ROLE_MISSING, ROLE_NOT_TRUSTING, UNKNOWN = 1433, 1434, 1999


def unreadable(uri: str, reason: str, *, code: int = FILE_ACCESS) -> JobFailed:
    return JobFailed(code, f"Unable to open input file [{uri}]: [Failed probe/open: [{reason}]]")


def no_data(uri: str, reason: str, *, code: int) -> JobFailed:
    return unreadable(uri, f"Failed to read data: {reason}", code=code)
