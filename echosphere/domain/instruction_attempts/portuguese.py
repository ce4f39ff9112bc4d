"""Signs of an attempt in Portuguese, with and without accents."""

from echosphere.domain.instruction_attempts.near import near

_GAP = r"[^.!?]{0,60}?"
_REVIEW = (
    r"\b(avaliador|ju[ií]z (autom\w+)|ju[ií]z\s*:|corretor|examinador|crit[eé]rio de corre[cç][aã]o|"
    r"(sistema|modelo|m[aá]quina|rob[oô]|quem|ia|programa|voc[eê]) (de |que |for |vai |t[aá] |est[aá] )*"
    r"(avali\w*|corrig\w*|corre[cç][aã]o|julg\w*|lendo a (transcri[cç][aã]o|conversa|grava[cç][aã]o)))\b"
)
_VERDICT = (
    r"\b(notas? (m[aá]xima|alta|dez|boa|10)|cem por cento|(cinco|dez|10|5) (de|em) (cinco|dez|10|5)|cinco estrelas|"
    r"aprovad[oa]s?|impec[aá]vel|perfeit[oa]|louvor|ponto (cheio|seja)|"
    r"(nenhum|tira\w*|desconto\w*|sem) (ponto|desconto)s?|"
    r"menos que|s[oó] o que ficou|devolva|vale ponto|capricha)\b|100 ?%"
)
_HIDDEN = (
    r"(texto|instru[cç]\w+|ordens|regras|par[aâ]metros) (de configura[cç][aã]o|secret\w+|confidencia\w+|inici\w+|"
    r"ocult\w+|intern\w+)|antes da minha primeira|\bpromp?ti?\b|modo de depura[cç][aã]o|"
    r"(criadores|desenvolvedores|donos|empresa) (te |lhe )?(proib\w+|mand\w+|mandou|dis\w+)"
)
_TELL = (
    r"\b(mostr\w*|cont[ae]\w*|diz\w*|repet\w*|repit\w*|imprim\w*|resum\w*|versos|fal[ae]\w*|l[eê]\w*|entre|escrito)\b"
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
    near(_REVIEW, _VERDICT, 140),
    near(_HIDDEN, _TELL),
    rf"\b(esque[cç]\w+|ignor\w+|iguinor\w+){_GAP}\b(tudo (que|o que)|instru[cçs]\w+|mandar\w+|regras)\b",
    r"\bquem manda (aqui )?(agora )?sou eu\b|\bregra nova em voc[eê]\b|\b[eé] proibido me\b",
    rf"\b(limita[cç][oõ]es|restri[cç][oõ]es|filtros?|censura|m[aá]scara){_GAP}\b(sumiram|acabaram|desligad\w+|sem|empresa)\b",
    near(r"\bsem (filtro|censura|restri[cç]\w+)\b", r"\b(fala|fale|respond\w+|convers\w+)\b", 30),
    rf"\b(lê|leia|traduz\w*|decodifi\w+)\b{_GAP}\b(faz|cumpr\w+|execut\w+|obede[cç]\w+)\b",
    near(r"primeiras? letras?|de tr[aá]s pra frente|base ?64", r"\b(corrige|avalia|julga|corretor|avaliador)\b", 140),
    rf"\b(sou d[ao]|aqui [eé] d[ao]) (equipe|time|pessoal){_GAP}\b(desenvolve\w*|qualidade|suporte|criou)\b",
    r"\bcinco estrelas em (tudo|todos)\b|\bauditoria de seguran[cç]a\b",
)
