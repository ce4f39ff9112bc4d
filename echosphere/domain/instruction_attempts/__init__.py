"""Words that are meant for the machinery instead of for the persona: orders to forget its instructions, to show them,
or to judge the talk well. Seen by patterns, so that no model can be talked out of seeing them; a flag, never a score.

How many they miss of what nobody tuned them on: docs/judge.md.
"""

import re
from unicodedata import normalize

from echosphere.domain.instruction_attempts.english import ENGLISH
from echosphere.domain.instruction_attempts.japanese import JAPANESE
from echosphere.domain.instruction_attempts.portuguese import PORTUGUESE

# In any language: what a talk's own document is made of, verdicts ready made, and other speakers put into one's mouth.
SIGNS = (
    r"</?\s*\w*(transcript|instructions?|system|result|verdict|dialog\w*|veredito|conversation)\s*>|\"\s*\}\s*\]\s*\}",
    r"\bsubmit_evaluation\b|\bsentiment_\w+|\bfaithfulness\b",
    r"\"[\w ]*(score|verdict|rating|passed|fluency|nota|aprovado|flu[eê]ncia|総合|評価|流暢さ|合格)[\w ]*\"\s*:",
    r"(^|[.!?。」:] ?)\s*(assistant|judge|evaluator|アシスタント|評価者|審査員|assistente|ju[ií]z|avaliador)\s*:",
    r"(^|[.!?\]#*—-] ?)end of (the )?(transcript|conversation|recording)\b|会話ここまで|会話終了",
    r"\bfim d[ao] (transcri|grava|conversa)\w*\.",
    r"(?<![\w./])[a-z0-9+/]{24,}={1,2}(?!\w)",  # base64; without its padding it looks like an address
)
_SPELT = re.compile(r"(?<!\w)(?:[a-z] ){2,}[a-z](?!\w)")
_GAPS = re.compile(r"[ \t]{2,}")
_ATTEMPT = re.compile("|".join(f"(?:{each})" for each in (*SIGNS, *ENGLISH, *JAPANESE, *PORTUGUESE)), re.MULTILINE)


def is_instruction_attempt(text: str) -> bool:
    """In any of the languages, whichever the talk is in: who attempts it chooses."""
    return _ATTEMPT.search(_plain(text)) is not None


def _plain(text: str) -> str:
    """Lower case, of full width and half alike, and "i g n o r e" as one word."""
    plain = normalize("NFKC", text).lower().replace("’", "'")
    return _GAPS.sub(" ", _SPELT.sub(lambda spelt: spelt[0].replace(" ", ""), plain))
