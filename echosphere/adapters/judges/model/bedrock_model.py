"""Amazon Bedrock's Converse, forced to one tool."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from echosphere.adapters.judges.model.chat_model import MAX_ANSWER_TOKENS, ToolAnswer
from echosphere.adapters.judges.model.schema import TOOL, TOOL_DESCRIPTION
from echosphere.domain.errors import JudgeRefused, JudgeUnavailable
from echosphere.domain.usage import Part, Use

# A verdict of some 800 tokens takes a model seconds; the queue tries again, so botocore does not.
PATIENCE = Config(connect_timeout=2, read_timeout=30, retries={"mode": "standard", "total_max_attempts": 1})
# What another try may mend. All else is a wrong model, a missing grant or a request that it does not understand.
PASSING = frozenset(
    {
        "InternalServerException",
        "ModelErrorException",
        "ModelNotReadyException",
        "ModelTimeoutException",
        "ServiceUnavailableException",
        "ThrottlingException",
    }
)


class ConverseClient(Protocol):
    """As much of boto3's client as is used here."""

    def converse(self, **request: Any) -> Mapping[str, Any]: ...  # noqa: ANN401  # AWS's own names and shapes


@dataclass(frozen=True)
class BedrockModel:
    client: ConverseClient
    name: str

    def call_tool(self, *, system: str, said: Sequence[str], schema: Mapping[str, Any]) -> ToolAnswer:
        tool = {"name": TOOL, "description": TOOL_DESCRIPTION, "inputSchema": {"json": dict(schema)}}
        try:
            answer = self.client.converse(
                modelId=self.name,
                system=[{"text": system}],
                messages=[{"role": "user", "content": [{"text": text} for text in said]}],
                inferenceConfig={"temperature": 0.0, "maxTokens": MAX_ANSWER_TOKENS},
                toolConfig={"tools": [{"toolSpec": tool}], "toolChoice": {"tool": {"name": TOOL}}},
            )
        except ClientError as error:
            code = error.response["Error"]["Code"]
            # Without its words, which would stand in a log and may repeat some of the talk.
            raise (JudgeUnavailable() if code in PASSING else JudgeRefused(code)) from None
        except BotoCoreError as error:
            raise JudgeUnavailable from error
        return _read(answer, model=self.name)


def _read(answer: Mapping[str, Any], *, model: str) -> ToolAnswer:
    content = answer.get("output", {}).get("message", {}).get("content", [])
    calls = [part["toolUse"] for part in content if part.get("toolUse", {}).get("name") == TOOL]
    usage = answer.get("usage", {})
    return ToolAnswer(
        arguments=calls[0].get("input") if calls else None,
        use=Use(
            part=Part.JUDGE,
            provider="aws",
            model=model,
            tokens_in=usage.get("inputTokens", 0),
            tokens_out=usage.get("outputTokens", 0),
        ),
    )
