"""Where MediaConvert's errors become ours: here, once."""

from collections.abc import Iterator
from contextlib import contextmanager

from botocore.exceptions import BotoCoreError, ClientError, ParamValidationError

from echosphere.domain.errors import EchoSphereError, Unavailable

REFUSED = frozenset({"BadRequestException", "UnprocessableEntityException"})
BUSY = frozenset(
    {
        "InternalServerErrorException",
        "RequestLimitExceeded",
        "ServiceQuotaExceededException",
        "ServiceUnavailableException",
        "Throttling",
        "ThrottlingException",
        "TooManyRequestsException",
    }
)
FIRST_SERVER_ERROR = 500


class TranscoderUnavailable(Unavailable):
    """MediaConvert is busy, broken or out of reach; the same request may succeed later."""

    code = "transcoder_unavailable"


class TranscoderRefused(EchoSphereError):
    """MediaConvert will never take this job; `words` are its own."""

    code = "transcoder_refused"

    def __init__(self, words: str) -> None:
        super().__init__(words=words)
        self.words = words


@contextmanager
def translated() -> Iterator[None]:
    """What is neither refused nor busy is a fault of ours (a missing grant, an unknown job) and passes through."""
    try:
        yield
    except ClientError as error:
        code = error.response["Error"].get("Code", "")
        status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
        if code in REFUSED:
            raise TranscoderRefused(error.response["Error"].get("Message", code)) from error
        if code in BUSY or status >= FIRST_SERVER_ERROR:
            raise TranscoderUnavailable from error
        raise
    except ParamValidationError:
        raise
    except BotoCoreError as error:
        raise TranscoderUnavailable from error
