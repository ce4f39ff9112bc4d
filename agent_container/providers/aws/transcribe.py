"""Transcribe through livekit-plugins-aws, whose own errors LiveKit would take for bugs and end the talk."""

from aws_sdk_transcribe_streaming.models import LimitExceededException
from awscrt.exceptions import AwsCrtError
from livekit.agents import APIConnectionError, APIConnectOptions, APIStatusError
from livekit.agents.types import DEFAULT_API_CONNECT_OPTIONS, NOT_GIVEN, NotGivenOr
from livekit.plugins import aws
from smithy_core.exceptions import CallError, SmithyError

TOO_MANY = 429
REFUSED = 400


class Transcribe(aws.STT):
    def stream(
        self,
        *,
        language: NotGivenOr[str] = NOT_GIVEN,
        conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS,
    ) -> "Hearing":
        return Hearing(stt=self, opts=self._config, conn_options=conn_options, credentials=self._credentials)


class Hearing(aws.SpeechStream):
    async def _run(self) -> None:
        try:
            await super()._run()
        except LimitExceededException as error:
            raise APIStatusError("too many streams", status_code=TOO_MANY) from error
        except CallError as error:
            is_ours = error.fault == "client" and not (error.is_throttling_error or error.is_timeout_error)
            raise APIStatusError(type(error).__name__, status_code=REFUSED if is_ours else -1) from error
        except (SmithyError, AwsCrtError) as error:
            raise APIConnectionError from error
