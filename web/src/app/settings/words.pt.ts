import type { en } from "./words";

export const pt: typeof en = {
  title: "Configurações",
  language: "Idioma da página",
  language_about: "O idioma de uma conversa se escolhe ao começá-la.",
  theme: "Cores",
  devices: "Microfone e alto-falante",
  devices_about: "Nada é ligado antes de você apertar o botão, e nada de um teste é guardado nem enviado.",
};
