import type { en } from "./words";

export const ja: typeof en = {
  title: "会話の評価",
  by: {
    model: "言語モデル「{{name}}」による評価です。誤ることもあります。理由から、もとの発言を聞けます。",
    rules: "簡単な規則による評価で、意味まではほとんど見ていません。言語モデルに評価させることもできます。",
  },
  status: {
    pending: "会話を評価しています。",
    judged: "評価済みです。",
    failed: "会話を評価できませんでした。",
    not_judged: "この会話はまだ評価されていません。",
  },
  failure: {
    judge_unavailable: "評価の担当から応答がありませんでした。",
    judge_refused: "評価が拒否されました。",
    verdict_invalid: "評価の内容が正しい形ではありませんでした。",
  },
  flag: {
    instruction_attempt: "ペルソナではなく、評価や指示に向けた発言がありました。",
    truncated: "会話が長いため、一部だけを読んで評価しました。",
  },
  judge: "この会話を評価する",
  judge_again: "もう一度評価する",
  metric: {
    faithfulness: "知識に忠実か",
    goal_completion: "目的を果たせたか",
    response_relevance: "質問に答えたか",
    sentiment_start: "はじめの気分",
    sentiment_end: "終わりの気分",
    sentiment_lowest: "いちばん低い気分",
    interruptions_handled: "割り込みに譲ったか",
    language_kept: "言語を保ったか",
  },
  of: "{{value}} / {{highest}}",
  unscored: "判断の材料なし",
  hear: "{{at}} から、もとの発言を聞く",
};
