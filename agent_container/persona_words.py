"""What a persona changes of the agent's words: its name in the greeting, its instructions behind everybody's."""

import re

from agent_container.prompts import load_prompt
from echosphere.domain.language import Language
from echosphere.domain.persona import Persona


def instructions_of(persona: Persona, language: Language) -> str:
    common = load_prompt("instructions", language)
    if persona.is_built_in:
        return common
    own = _filled(load_prompt("persona", language), name=persona.name, instructions=persona.instructions)
    return f"{common}\n\n{own.strip()}"


def greeting_of(persona: Persona, prompt: str, language: Language) -> str:
    """`prompt` is the providers' own, which greets for the built-in persona."""
    if persona.is_built_in:
        return load_prompt(prompt, language)
    return _filled(load_prompt(f"{prompt}.persona", language), name=persona.name)


def _filled(text: str, **values: str) -> str:
    """In one pass: what people wrote is never looked through for places of ours."""
    return re.sub(r"\{(\w+)\}", lambda place: values[place[1]], text)
