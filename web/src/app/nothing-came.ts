/** Says that the page could not start, when not even its words came: plain elements, and the only words beside `words`. */
import type { PageLanguage } from "@/i18n/language";

const SAID: Record<PageLanguage, { title: string; todo: string; reload: string }> = {
  en: { title: "EchoSphere could not be loaded", todo: "Check your connection, then reload the page.", reload: "Reload" },
  ja: { title: "EchoSphereを読み込めませんでした", todo: "接続を確かめて、ページを再読み込みしてください。", reload: "再読み込み" },
  pt: { title: "Não foi possível carregar o EchoSphere", todo: "Verifique a conexão e recarregue a página.", reload: "Recarregar" },
};

export function tellThatNothingCame(place: HTMLElement, language: PageLanguage): void {
  const { title, todo, reload } = SAID[language];
  const again = element("button", reload);
  again.addEventListener("click", () => { window.location.reload(); });
  const told = element("div", "");
  told.className = "start";
  told.setAttribute("role", "alert");
  told.append(element("h1", title), element("p", todo), again);
  const main = element("main", "");
  main.append(told);
  document.documentElement.lang = language;
  place.replaceChildren(main);
}

function element(name: "button" | "div" | "h1" | "main" | "p", text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
