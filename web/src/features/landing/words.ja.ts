import type { en } from "./words";

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
