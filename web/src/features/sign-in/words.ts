export const en = {
  title: "Talk with an AI, in your own words",
  intro: "Speak or type. Afterwards you can read the whole talk here.",
  sign_in: "Sign in",
  sign_out: "Sign out",
  account: "Account",
  coming_back: "Signing you in…",
  failed_title: "Signing in did not work",
  denied: "The sign-in was cancelled or refused. Nothing has changed; you can try again.",
  expired: "The sign-in took too long or was used already. Please sign in again.",
  not_ours: "This sign-in was not started here, or it was started in another tab. Please start again.",
  unreachable: "The sign-in service could not be reached. Check your connection, then try again.",
  again: "Sign in again",
};

export const ja: typeof en = {
  title: "AIと、自分の言葉で話す",
  intro: "話しても、入力してもかまいません。終わったあとは、ここで読み返せます。",
  sign_in: "サインイン",
  sign_out: "サインアウト",
  account: "アカウント",
  coming_back: "サインインしています…",
  failed_title: "サインインできませんでした",
  denied: "サインインが取り消されたか、拒否されました。もう一度お試しください。",
  expired: "時間がかかりすぎたか、すでに使われたサインインです。もう一度サインインしてください。",
  not_ours: "このタブで始めたサインインではありません。もう一度はじめからお願いします。",
  unreachable: "サインインのサービスにつながりません。接続を確かめて、もう一度お試しください。",
  again: "もう一度サインイン",
};
