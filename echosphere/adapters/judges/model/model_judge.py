import hashlib
import json
import re
from pathlib import Path

from echosphere.adapters.judges.model.chat_model import ChatModel
from echosphere.adapters.judges.model.schema import TOOL, parse, tool_schema
from echosphere.adapters.judges.model.transcript import message_names, transcript
from echosphere.domain.errors import VerdictInvalid
from echosphere.domain.evaluation import JudgeIdentity, JudgeKind, Verdict
from echosphere.domain.judged_talk import JudgedTalk
from echosphere.domain.verdict_checks import complaints
from echosphere.ports.judge import Meter

INSTRUCTIONS = Path(__file__).with_name("instructions.md").read_text()
TRIES = 2
VERSION_DIGITS = 8


def model_identity(model: str) -> JudgeIdentity:
    """Its version is that of prompt and schema, so none of them can change unseen."""
    words = INSTRUCTIONS + json.dumps(tool_schema(), sort_keys=True)
    return JudgeIdentity(
        name=re.sub(r"[^\w.:-]", "_", model),
        kind=JudgeKind.MODEL,
        version=hashlib.sha256(words.encode()).hexdigest()[:VERSION_DIGITS],
    )


class ModelJudge:
    def __init__(self, model: ChatModel) -> None:
        self._model = model
        self.identity = model_identity(model.name)

    def judge(self, talk: JudgedTalk, *, meter: Meter) -> Verdict:
        """What does not hold is sent back once, with what is wrong with it, in words of ours alone."""
        names, wrong = message_names(talk), list[str]()
        for _ in range(TRIES):
            answer = self._model.call_tool(
                system=INSTRUCTIONS, said=[transcript(talk), *_complaint(wrong)], schema=tool_schema()
            )
            meter(answer.use)
            parsed = parse(answer.arguments, ids=names)
            wrong = parsed.complaints or complaints(parsed.verdict, names.values())
            if not wrong:
                return parsed.verdict
        raise VerdictInvalid("; ".join(wrong))


def _complaint(wrong: list[str]) -> list[str]:
    if not wrong:
        return []
    listed = "\n".join(f"- {each}" for each in wrong)
    return [f"Your last call of {TOOL} was refused:\n{listed}\nCall it again for the same document, with this mended."]
