/** Says that the page could not start, when not even its words came: plain elements, and the only words beside `words`. */
import type { PageLanguage } from "@/i18n/language";

const SAID: Record<PageLanguage, { sentence: string; reload: string }> = {
  en: { sentence: "EchoSphere could not be loaded. Check your connection, then reload the page.", reload: "Reload" },
  ja: { sentence: "EchoSphereを読み込めませんでした。接続を確かめて、ページを再読み込みしてください。", reload: "再読み込み" },
  pt: { sentence: "Não foi possível carregar o EchoSphere. Verifique a conexão e recarregue a página.", reload: "Recarregar" },
};

export function tellThatNothingCame(place: HTMLElement, language: PageLanguage): void {
  const { sentence, reload } = SAID[language];
  const told = document.createElement("p");
  told.textContent = sentence;
  const again = document.createElement("button");
  again.textContent = reload;
  again.addEventListener("click", () => { window.location.reload(); });
  const main = document.createElement("main");
  main.className = "start";
  main.setAttribute("role", "alert");
  main.append(told, again);
  document.documentElement.lang = language;
  place.replaceChildren(main);
}
