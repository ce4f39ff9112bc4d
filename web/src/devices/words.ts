export const en = {
  microphone: "Microphone",
  speaker: "Speaker",
  default: "The browser's choice",
  nameless: { microphone: "Microphone {{number}}", speaker: "Speaker {{number}}" },
  test: "Test the microphone",
  stop_test: "Stop the test",
  hearing: {
    waiting: "Say something: this bar should move",
    heard: "You are heard.",
    silent: "Nothing is heard yet. Is this the right microphone, and is it switched on?",
  },
  play_sound: "Play a sound",
  sound_failed: "The speaker could not be used. Choose another.",
  problem: {
    denied: "The microphone is blocked.",
    missing: "No microphone was found.",
    taken: "The microphone is in use elsewhere.",
    failed: "The microphone could not be used.",
  },
  allow: {
    chromium: "Press the symbol left of the address, switch the microphone on, then try again. If it stays blocked, look into the privacy settings of your system.",
    firefox: "Press the crossed-out microphone left of the address, remove the block, then try again.",
    safari: "Choose Safari › Settings › Websites › Microphone, allow this page, then try again.",
    ios: "Press the symbol left of the address, choose the settings of this website and allow the microphone. It must also be allowed to the browser in the iPhone's own settings.",
    other: "Allow the microphone for this page in your browser's settings, then try again.",
  },
  mend: {
    missing: "Plug one in or switch it on, then try again.",
    taken: "Another program or tab may hold it: end its call, then try again.",
    failed: "Try again, or choose another microphone.",
  },
  type_meanwhile: "You can type meanwhile.",
};

export const ja: typeof en = {
  microphone: "マイク",
  speaker: "スピーカー",
  default: "ブラウザーの設定",
  nameless: { microphone: "マイク {{number}}", speaker: "スピーカー {{number}}" },
  test: "マイクを試す",
  stop_test: "テストを終える",
  hearing: {
    waiting: "何か話すと、バーが動きます",
    heard: "声が届いています。",
    silent: "まだ何も聞こえません。マイクの選択と、マイクの電源を確かめてください。",
  },
  play_sound: "音を鳴らす",
  sound_failed: "このスピーカーは使えませんでした。ほかを選んでください。",
  problem: {
    denied: "マイクがブロックされています。",
    missing: "マイクが見つかりません。",
    taken: "マイクはほかで使われています。",
    failed: "マイクを使えませんでした。",
  },
  allow: {
    chromium: "アドレスの左のマークを押してマイクをオンにし、もう一度お試しください。それでも使えないときは、システムのプライバシー設定を確かめてください。",
    firefox: "アドレスの左の、斜線の入ったマイクを押してブロックを解除し、もう一度お試しください。",
    safari: "Safariの「設定」→「Webサイト」→「マイク」でこのページを許可し、もう一度お試しください。",
    ios: "アドレスの左のマークから「Webサイトの設定」を開き、マイクを許可してください。iPhone本体の設定で、ブラウザーにも許可が必要です。",
    other: "ブラウザーの設定でこのページにマイクを許可し、もう一度お試しください。",
  },
  mend: {
    missing: "マイクをつなぐか電源を入れて、もう一度お試しください。",
    taken: "ほかのアプリかタブが使っているかもしれません。その通話を終えて、もう一度お試しください。",
    failed: "もう一度試すか、別のマイクを選んでください。",
  },
  type_meanwhile: "入力はできます。",
};
