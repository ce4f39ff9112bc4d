export const en = {
  title: "How the talk went",
  by: {
    model: "Judged by {{name}}, a language model. It may be wrong; each reason leads to the words that it is about.",
    rules: "Judged by plain rules, which see little of what was meant. A language model can judge instead.",
  },
  status: {
    pending: "The talk is being judged.",
    judged: "Judged.",
    failed: "The talk could not be judged.",
    not_judged: "Nobody has judged this talk.",
  },
  failure: {
    judge_unavailable: "The judge did not answer.",
    judge_refused: "The judge refused.",
    verdict_invalid: "What the judge answered did not hold.",
  },
  flag: {
    instruction_attempt: "Somebody spoke to the judge or to the instructions here, instead of to the persona.",
    truncated: "The talk is too long to be judged whole: only part of it was read.",
  },
  judge: "Judge this talk",
  judge_again: "Judge again",
  metric: {
    faithfulness: "True to what it knows",
    goal_completion: "Got what was wanted",
    response_relevance: "Answered what was asked",
    sentiment_start: "Mood at the start",
    sentiment_end: "Mood at the end",
    sentiment_lowest: "Lowest mood",
    interruptions_handled: "Gave way when interrupted",
    language_kept: "Kept the language",
  },
  of: "{{value}} of {{highest}}",
  unscored: "nothing to judge by",
  hear: "Hear what shows it, from {{at}}",
};
