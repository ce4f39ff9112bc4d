import type { en } from "./words";

export const ja: typeof en = {
  title: "設定",
  language: "ページの言語",
  language_about: "会話の言語は、会話を始めるときに選びます。",
  theme: "配色",
  devices: "マイクとスピーカー",
  devices_about: "ボタンを押すまで、マイクは使いません。テストの音は、保存も送信もしません。",
};
