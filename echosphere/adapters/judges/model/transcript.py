"""The talk as data: one JSON document between two lines that nothing in it can imitate."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from echosphere.domain.judged_talk import JudgedTalk
from echosphere.domain.message import Message, ToolResult

BEGIN, END = "<transcript>", "</transcript>"


def message_names(talk: JudgedTalk) -> Mapping[str, str]:
    """Short ones: a model copies "m7" without a fault, and no id of ours leaves the house."""
    return {f"m{number}": message.id for number, message in enumerate(talk.messages, start=1)}


def transcript(talk: JudgedTalk) -> str:
    """JSON writes each angle bracket as an escape here, so that no message can close the document."""
    document = {
        "language_of_the_talk": talk.language.value,
        "persona_name": talk.persona_name,
        "persona_instructions": talk.instructions,
        **_results("earlier_tool_results", talk.earlier_results),
        "messages": [_plain(name, message) for name, message in zip(message_names(talk), talk.messages, strict=True)],
    }
    text = json.dumps(document, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e")
    return f"{BEGIN}\n{text}\n{END}"


def _plain(name: str, message: Message) -> dict[str, Any]:
    return {
        "id": name,
        "from": "person" if message.role == "user" else "persona",
        "text": message.text,
        **({"interrupted": True} if message.interrupted else {}),
        **_results("tool_results", message.tool_results),
    }


def _results(name: str, results: Iterable[ToolResult]) -> dict[str, Any]:
    """Nothing where there are none, as in most talks."""
    listed = [asdict(each) for each in results]
    return {name: listed} if listed else {}
