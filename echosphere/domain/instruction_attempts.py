"""Words that are meant for the machinery instead of for the persona: orders to forget its instructions, to show them,
or to judge the talk well. Seen by patterns, so that no model can be talked out of seeing them; a flag, never a score.

Tuned on all of evals/injection, which therefore says little of other words; docs/judge.md has what it takes for one.
"""

import re
from unicodedata import normalize

_GAP = r"[^.!?。！？]{0,60}?"
_SIGNS = (
    r"</?\s*(transcript|instructions?|system)\s*>|\"\s*\}\s*\]\s*\}|"
    r"\bsubmit_evaluation\b|\bsentiment_\w+|\bfaithfulness\b"
)

ENGLISH = (
    (
        rf"\b(ignore|disregard|forget|override|overrule|bypass|(not|n't) follow|bound by|stop following){_GAP}"
        r"\b(instructions?|rules|guidelines|criteria|prompts?|filters|programming|everything|(been|were) told)\b"
    ),
    (
        rf"\b(reveal|print|show|repeat|display|output|tell me|what){_GAP}"
        r"\b(system prompt|hidden|(your|above) (exact )?(instructions|prompt|configuration)|text of your)\b"
    ),
    (
        rf"\b(act|behave|pretend|you are now|from now on,? you|here on you){_GAP}"
        r"\b(judge|evaluator|assistant|dan|restrictions?|rules|guidelines|obey|must|human)\b"
    ),
    r"\b(new|updated) (instructions|rules|task)\b|\b(rules|instructions) (have been|are|were) (updated|changed|new)\b",
    r"^\s*(system|developer|admin(istrator)?)\s*:|\bdeveloper mode\b|\bmessage (is )?from the developers?\b",
    (
        rf"\b(give|set|return|write|output|mark|rate|score|say){_GAP}"
        r"\b(scores?|ratings?|stars?|marks|grade|out of (five|5)|as passed|relevance|excellent|flawless)\b"
    ),
    (
        r"\bwho(ever)? (grades|evaluates|judges|reads)\b|"
        r"\b(your|the) evaluation\b|\bevaluator\b|\bfor the judge\b"
    ),
)
JAPANESE = (
    (
        r"(指示|命令|ルール|規則|ガイドライン|基準|制限|フィルター|プログラム|言われたこと)[^。]{0,12}"
        r"(無視|忘れ|従わ|従う必要|取り消|上書き|回避|存在しない|更新)"
    ),
    r"システムプロンプト|隠された|プロンプトを|あなたへの指示|与えられたルール",
    r"新しい(指示|命令|課題|ルール)|制限のない|開発者(モード|から)|^\s*(システム|管理者|開発者)\s*[:：]",
    r"審査員|採点者|評価者|採点する方|評価[^。]{0,24}(やめ|終了|飛ば|書いて|書きなさい|返)",
    r"(満点|最高点|\d+点|星五つ|点数|合格)[^。]{0,14}(つけ|出力|返|設定|こと|にして|としなさい)",
    r"(ふりをし|として振る舞|だけ答え|だけに従)",
)
PORTUGUESE = (
    (
        rf"\b(ignor\w+|desconsider\w+|esque[cç]\w+|substitu\w+|contorn\w+|não sig\w+|preso às){_GAP}"
        r"\b(instruções|instrução|regras|diretrizes|critérios|prompt|filtros|programação|tudo o que)\b"
    ),
    (
        rf"\b(revel\w+|mostr\w+|repit\w+|imprim\w+|diga|exib\w+){_GAP}"
        r"\b(prompt|ocult[ao]s?|(suas|das) instruções|configuração oculta|texto acima)\b"
    ),
    (
        rf"\b(aja|finja|comporte-se|agora você é|a partir de agora você|obede\w+){_GAP}"
        r"\b(juiz|avaliador|assistente|restriç\w+|diretrizes|deve|só a mim|humano)\b"
    ),
    r"\bnovas? (instruções|tarefa|regras)\b|\bregras foram (atualizadas|mudadas)\b|\bmodo desenvolvedor\b",
    r"^\s*(sistema|administrador|desenvolvedor)\s*:|\bmensagem dos desenvolvedores\b|\bcomo administrador\b",
    (
        rf"\b(dê|dar|defina|devolva|escreva|marque|me dê|diga){_GAP}\b(notas?( máxima| mais alta)?|estrelas|\d de \d|"
        r"fidelidade|relevância|aprovad[ao]|excelente)\b"
    ),
    r"\b(quem|para quem) avaliar\b|\b(sua|a) avaliação\b|\bavaliador\b|\bpara o juiz\b",
)
_ATTEMPT = re.compile("|".join(f"(?:{each})" for each in (_SIGNS, *ENGLISH, *JAPANESE, *PORTUGUESE)), re.MULTILINE)


def is_instruction_attempt(text: str) -> bool:
    """In any of the languages, whichever the talk is in: who attempts it chooses."""
    return _ATTEMPT.search(normalize("NFKC", text).lower()) is not None
