"""Where MediaConvert's errors become ours: here, once."""

from collections.abc import Iterator
from contextlib import contextmanager

from botocore.exceptions import BotoCoreError, ClientError, ParamValidationError

from echosphere.domain.errors import TranscoderRefused, TranscoderUnavailable

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
