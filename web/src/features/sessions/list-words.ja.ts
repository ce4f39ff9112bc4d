import type { en } from "./list-words";

export const ja: typeof en = {
  recent: "最近の会話",
  all: "すべての会話",
  empty: "まだ会話がありません。始めると、ここに並びます。",
  untitled: "言葉のない会話",
  status: { pending: "開始中", active: "会話中", ended: "終了", failed: "失敗" },
};
