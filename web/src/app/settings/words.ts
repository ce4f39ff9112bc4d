export const en = {
  title: "Settings",
  language: "Language of the page",
  language_about: "The language of a talk is chosen when one starts it.",
  theme: "Colours",
  devices: "Microphone and speaker",
  devices_about: "Nothing is switched on before you press the button, and nothing of a test is kept or sent.",
};

export const ja: typeof en = {
  title: "設定",
  language: "ページの言語",
  language_about: "会話の言語は、会話を始めるときに選びます。",
  theme: "配色",
  devices: "マイクとスピーカー",
  devices_about: "ボタンを押すまで、マイクは使いません。テストの音は、保存も送信もしません。",
};
