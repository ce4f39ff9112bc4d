import type { en } from "./words";

export const ja: typeof en = {
  invite: "招待",
  invited: "招待リンクができました",
  address: "招待リンク",
  copy: "招待リンクをコピー",
  about: "このリンクがあれば、会話が続いているあいだ、2時間までアカウントなしで参加できます。表示されるのは今だけです。",
  host: "主催者",
  guest: "ゲスト{{number}}",
  somebody: "ゲスト",
  enter_title: "{{persona}}との会話に招待されています",
  enter_about: "アカウントは要りません。参加するとマイクがオンになります。いつでもミュートや退出ができます。",
  label: "お名前",
  label_about: "この会話の全員に、あなたの発言の横に表示されます。空欄でもかまいません。",
  recorded: "この会話は録音されます。招待した人が、あとで聞いたり読んだり共有したりできます。",
  join: "参加する",
  join_recorded: "録音に同意して参加する",
  barred_title: "参加できません",
  left_title: "退出しました",
  left: "会話が続いているあいだは、同じリンクからもう一度参加できます。",
  again: "もう一度参加する",
};
