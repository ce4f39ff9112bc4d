"""Which one of several: "my second question", "a terceira pergunta", 二番目の質問."""

import re

from agent_container.brain.features import words_in
from agent_container.brain.japanese_numbers import japanese_numbers_to_digits
from echosphere.domain.language import Language

_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth",
    "primeira segunda terceira quarta quinta sexta sétima oitava nona décima",
    "primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo",
)
ORDINALS = {word: number for words in _WORDS for number, word in enumerate(words.split(), 1)}
JAPANESE = re.compile(r"第(\d{1,3})|(\d{1,3})(?:番目|つ目|つめ|個目|問目|回目)")


def ordinal_in(text: str, language: Language) -> int | None:
    """1 for the first; the first of them if there are several."""
    if language is Language.JAPANESE:
        found = JAPANESE.search(japanese_numbers_to_digits(text))
        return int(found.group(1) or found.group(2)) if found else None
    return next((ORDINALS[word] for word in words_in(text, language) if word in ORDINALS), None)
