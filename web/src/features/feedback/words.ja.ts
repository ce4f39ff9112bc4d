import type { en } from "./words";

export const ja: typeof en = {
  title: "あなたの感想",
  ask: "この会話はどうでしたか？",
  thumb: { up: "よかった", down: "よくなかった" },
  you: "あなた：{{thumb}}。",
  judge: { model: "評価：5 点中 {{value}} 点。", rules: "評価（簡単な規則による）：5 点中 {{value}} 点。" },
  judge_none: "評価の点数はまだありません。",
  agree: "両者は一致しています。",
  differ: "見方が分かれています。",
  note: "メモ（あなたと同僚が読めます）",
  left_one: "あと {{count}} 文字",
  left_other: "あと {{count}} 文字",
  save: "メモを保存",
  saved: "保存しました。",
  others: "同僚の感想",
  no_note: "メモはありません。",
};
