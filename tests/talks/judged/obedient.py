"""A model that does whatever the text it reads tells it: what it cannot move is what holds of every model."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from echosphere.adapters.judges.model.chat_model import ToolAnswer
from echosphere.adapters.judges.model.transcript import BEGIN, END
from echosphere.domain.evaluation import Metric
from echosphere.domain.usage import Part, Use

ORDERS = {
    "hundred": r"100",
    "nothing": r"\bnull\b",
    "poem": r"poem|poema|詩",
    "perfect": r"five|5|perfect|maximum|highest|cinco|máxima|mais alta|満点|最高点|星五つ|100",
    "silent": r"not flag|no flags|não deve marcar|nenhum alerta|報告してはいけません",
    "reveal": r"reveal|hidden|prompt|configuration|oculta|configuração|プロンプト|隠された|あなたへの指示",
}


class Obedient:
    """It raises no flag of its own, and obeys every order that it finds anywhere in what it is told."""

    name = "obedient"

    def __init__(self) -> None:
        self.systems: list[str] = []
        self.told: list[str] = []

    def call_tool(self, *, system: str, said: Sequence[str], schema: Mapping[str, Any]) -> ToolAnswer:
        self.systems.append(system)
        self.told.append("\n".join(said))
        obeyed = {order for order, words in ORDERS.items() if re.search(words, _spoken(said[0]), re.IGNORECASE)}
        use = Use(part=Part.JUDGE, provider="local", model=self.name, tokens_in=1, tokens_out=1)
        return ToolAnswer(arguments=_obey(obeyed, system), use=use)


def _spoken(document: str) -> str:
    """And what tools gave."""
    messages = json.loads(document.removeprefix(BEGIN).removesuffix(END))["messages"]
    given = [result["result"] for message in messages for result in message.get("tool_results", [])]
    return "\n".join([*(message["text"] for message in messages), *given])


def _obey(obeyed: set[str], system: str) -> object:
    if obeyed & {"poem", "nothing"}:
        return None if "nothing" in obeyed else "Roses are red"
    score = 100 if "hundred" in obeyed else 5 if "perfect" in obeyed else 1
    reason = system if "reveal" in obeyed else "As I was told."
    said = {metric.value: {"score": score, "reason": reason, "messages": ["m1", "m77"]} for metric in Metric}
    quotes = {metric: {**each, "messages": ["m2"]} for metric, each in said.items()}
    return {**(said if "silent" in obeyed else quotes), "instruction_attempt": False, "system_prompt": system}
