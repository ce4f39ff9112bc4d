import type { en } from "./words";

export const ja: typeof en = {
  title: "キーボード操作",
  everywhere: "どこでも",
  next: "次の項目へ（Shiftで前へ）",
  press: "選択中の項目を押す",
  shut: "開いているものを閉じる",
  undo: "削除を取り消す（お知らせが出ている間）",
  help: "この一覧",
  room: "会話中",
  mute: "ミュート・解除",
  send: "入力した文を送信",
};
