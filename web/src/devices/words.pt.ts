import type { en } from "./words";

export const pt: typeof en = {
  microphone: "Microfone",
  speaker: "Alto-falante",
  default: "A escolha do navegador",
  nameless: { microphone: "Microfone {{number}}", speaker: "Alto-falante {{number}}" },
  noise: { title: "Ruído ao redor", browser: "O navegador o remove", rnnoise: "O RNNoise o remove (mais forte, mais 150 kB)", off: "Manter todos os sons" },
  test: "Testar o microfone",
  stop_test: "Terminar o teste",
  hearing: {
    waiting: "Diga algo: esta barra deve se mexer",
    heard: "Estamos ouvindo você.",
    silent: "Ainda não se ouve nada. É o microfone certo, e ele está ligado?",
  },
  play_sound: "Tocar um som",
  sound_failed: "Não foi possível usar o alto-falante. Escolha outro.",
  problem: {
    denied: "O microfone está bloqueado.",
    missing: "Nenhum microfone foi encontrado.",
    taken: "O microfone está sendo usado em outro lugar.",
    failed: "Não foi possível usar o microfone.",
  },
  allow: {
    chromium: "Aperte o símbolo à esquerda do endereço, ative o microfone e tente de novo. Se continuar bloqueado, veja as configurações de privacidade do seu sistema.",
    firefox: "Aperte o microfone riscado à esquerda do endereço, remova o bloqueio e tente de novo.",
    safari: "Escolha Safari › Ajustes › Sites › Microfone, permita esta página e tente de novo.",
    ios: "Aperte o símbolo à esquerda do endereço, abra os ajustes deste site e permita o microfone. O navegador também precisa da permissão nos ajustes do iPhone.",
    other: "Permita o microfone para esta página nas configurações do navegador e tente de novo.",
  },
  mend: {
    missing: "Conecte ou ligue um microfone e tente de novo.",
    taken: "Outro programa ou aba pode estar com ele: termine aquela chamada e tente de novo.",
    failed: "Tente de novo ou escolha outro microfone.",
  },
  type_meanwhile: "Enquanto isso, você pode digitar.",
};
