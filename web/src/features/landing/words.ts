export const en = {
  title: "Talk with an AI. Then hear every word again.",
  lead: "EchoSphere is a voice AI that your team owns: speak with it in the browser, interrupt it, hang up, and a moment later replay the talk with its transcript beside the sound.",
  example: {
    title: "Hear a talk",
    about: "Held in a room of this product, and recorded and written down by it, on one machine and offline.",
    play: "Play the talk",
    pause: "Pause the talk",
    position: "Position in the talk",
    position_now: "{{now}} of {{length}}",
    lines: "What is said",
    person: "Caller",
    hear_from: "Hear from {{time}}",
    interrupted: "interrupted",
    typed: "typed",
    voices: "Both voices are synthetic ones that come with a laptop (flite), the caller's too. Those of the services you may choose sound better.",
    failed: "This browser could not play the talk. You can read it.",
  },
  reasons: "Why EchoSphere",
  reason: {
    interrupt: {
      title: "Interrupt it",
      words: "Start to speak and it stops. The transcript keeps only what you had heard by then.",
    },
    replay: {
      title: "Hear it again",
      words: "Both voices on one line of time. Press a sentence to hear it; find words, download, or share a link.",
    },
    consent: {
      title: "Recorded only as you wish",
      words: "You decide before each talk. Where the law wants your consent, you are asked for it; deleting a talk deletes its recording.",
    },
    yours: {
      title: "It runs where you want",
      words: "In your own AWS account, or whole on a laptop with no account and no key. Talks are in Japanese, English and Portuguese.",
    },
  },
};

export const ja: typeof en = {
  title: "AIと話す。そして、ひと言ずつ聞き返す。",
  lead: "EchoSphereは、チームが自分で持てる音声AIです。ブラウザーで話し、途中でさえぎり、終わればすぐに、文字起こしと音を並べて聞き返せます。",
  example: {
    title: "会話を聞いてみる",
    about: "この製品のルームで話し、録音と文字起こしも行った会話です。一台のコンピューターで、オフラインで動きました。",
    play: "会話を再生",
    pause: "会話を一時停止",
    position: "会話の中の位置",
    position_now: "{{length}}のうち{{now}}",
    lines: "話の内容",
    person: "話し手",
    hear_from: "{{time}}から聞く",
    interrupted: "中断",
    typed: "入力",
    voices: "声はノートパソコンで動く合成音声（Open JTalk、話者Mei: MMDAgent project team、CC BY 3.0）で、質問は文字で入力しました。サービスの声を選べば、もっと自然です。",
    failed: "このブラウザーでは再生できませんでした。文字で読めます。",
  },
  reasons: "EchoSphereの特長",
  reason: {
    interrupt: {
      title: "途中でさえぎれる",
      words: "話し始めると、AIはすぐに止まります。記録に残るのは、それまでに聞こえた言葉だけです。",
    },
    replay: {
      title: "あとで聞き返せる",
      words: "二人の声が一本の時間に並びます。文を押せばそこから聞け、検索、ダウンロード、リンクでの共有もできます。",
    },
    consent: {
      title: "録音は望むときだけ",
      words: "会話のたびに選べます。法律で同意が必要な場所では、先にお尋ねします。会話を削除すると、録音も消えます。",
    },
    yours: {
      title: "好きな場所で動く",
      words: "自分のAWSアカウントでも、アカウントもキーもないノートパソコンでも動きます。日本語、英語、ポルトガル語で話せます。",
    },
  },
};
