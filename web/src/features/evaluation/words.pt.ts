import type { en } from "./words";

export const pt: typeof en = {
  title: "Como foi a conversa",
  by: {
    model: "Avaliada por {{name}}, um modelo de linguagem. Ele pode errar; cada motivo leva às palavras de que trata.",
    rules: "Avaliada por regras simples, que veem pouco do que se quis dizer. Um modelo de linguagem pode avaliar no lugar delas.",
  },
  status: {
    pending: "A conversa está sendo avaliada.",
    judged: "Avaliada.",
    failed: "Não foi possível avaliar a conversa.",
    not_judged: "Ninguém avaliou esta conversa.",
  },
  failure: {
    judge_unavailable: "O avaliador não respondeu.",
    judge_refused: "O avaliador recusou.",
    verdict_invalid: "A resposta do avaliador não era válida.",
  },
  flag: {
    instruction_attempt: "Alguém falou aqui com o avaliador ou com as instruções, e não com a persona.",
    truncated: "A conversa é longa demais para ser avaliada inteira: só uma parte foi lida.",
  },
  judge: "Avaliar esta conversa",
  judge_again: "Avaliar de novo",
  metric: {
    faithfulness: "Fiel ao que sabe",
    goal_completion: "Conseguiu o que queria",
    response_relevance: "Respondeu ao que foi perguntado",
    sentiment_start: "Humor no início",
    sentiment_end: "Humor no fim",
    sentiment_lowest: "Pior humor",
    interruptions_handled: "Cedeu ao ser interrompido",
    language_kept: "Manteve o idioma",
  },
  of: "{{value}} de {{highest}}",
  unscored: "nada em que se basear",
  hear: "Ouvir o que mostra isso, a partir de {{at}}",
};
