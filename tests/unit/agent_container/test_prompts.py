from pathlib import Path

import pytest

from agent_container import prompts
from agent_container.prompts import load_prompt
from echosphere.domain.language import Language

pytestmark = pytest.mark.unit
NAMES = {path.name.rsplit(".", 2)[0] for path in Path(prompts.__file__).parent.glob("*.md")}


@pytest.mark.parametrize("name", sorted(NAMES))
@pytest.mark.parametrize("language", Language)
def test_every_prompt_exists_in_every_language(name: str, language: Language) -> None:
    assert load_prompt(name, language).strip()
