"""Polly as LiveKit's TTS: PCM as it comes, over one warm client.

livekit-plugins-aws asks for MP3, which must be decoded before a sound is heard, and calls every error retryable, even
a voice that does not exist.
"""

from typing import Any, Protocol, cast

from aiohttp import ClientError as ConnectionBroke
from botocore.exceptions import BotoCoreError, ClientError, ConnectTimeoutError, ReadTimeoutError
from livekit.agents import APIConnectionError, APIConnectOptions, APIStatusError, APITimeoutError, tts
from livekit.agents.types import DEFAULT_API_CONNECT_OPTIONS

from agent_container.providers.aws.warm_session import WarmSession
from echosphere.domain.language import Language

SAMPLE_RATE = 16_000  # the most that Polly has as PCM
PIECE_BYTES = 3_200  # a tenth of a second


class Polly(tts.TTS[str]):
    def __init__(self, session: WarmSession, *, name: str, engine: str, language: Language) -> None:
        super().__init__(capabilities=tts.TTSCapabilities(streaming=False), sample_rate=SAMPLE_RATE, num_channels=1)
        self.session = session
        self.request = {
            "VoiceId": name,
            "Engine": engine,
            "LanguageCode": language.value,
            "OutputFormat": "pcm",
            "SampleRate": str(SAMPLE_RATE),
            "TextType": "text",
        }

    @property
    def model(self) -> str:
        return self.request["Engine"]

    @property
    def provider(self) -> str:
        return "Amazon Polly"

    def synthesize(
        self, text: str, *, conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS
    ) -> tts.ChunkedStream:
        return _Saying(self, text, conn_options=conn_options)


class _Synthesizer(Protocol):
    """The part of botocore's client, made at run time, that is called here."""

    async def synthesize_speech(self, *, Text: str, **request: str) -> dict[str, Any]: ...  # noqa: N803  # AWS's name


class _Saying(tts.ChunkedStream):
    def __init__(self, polly: Polly, text: str, *, conn_options: APIConnectOptions) -> None:
        super().__init__(tts=polly, input_text=text, conn_options=conn_options)
        self._polly = polly

    async def _run(self, output_emitter: tts.AudioEmitter) -> None:
        try:
            await self._speak(output_emitter)
        except ClientError as error:
            answer = error.response["ResponseMetadata"]
            raise APIStatusError(
                error.response["Error"]["Code"], status_code=answer["HTTPStatusCode"], request_id=answer["RequestId"]
            ) from error
        except (ConnectTimeoutError, ReadTimeoutError, TimeoutError) as error:
            raise APITimeoutError from error
        except (BotoCoreError, ConnectionBroke) as error:
            raise APIConnectionError from error

    async def _speak(self, emitter: tts.AudioEmitter) -> None:
        client = cast("_Synthesizer", await self._polly.session.client("polly"))
        answer = await client.synthesize_speech(Text=self._input_text, **self._polly.request)
        emitter.initialize(
            request_id=answer["ResponseMetadata"]["RequestId"],
            sample_rate=SAMPLE_RATE,
            num_channels=1,
            mime_type="audio/pcm",
        )
        async with answer["AudioStream"] as sound:
            async for piece in sound.iter_chunks(PIECE_BYTES):
                emitter.push(piece)
