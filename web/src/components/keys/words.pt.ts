import type { en } from "./words";

export const pt: typeof en = {
  title: "Teclado",
  everywhere: "Em toda parte",
  next: "Ir para o próximo controle; com Shift, para o anterior",
  press: "Apertar o que está em foco",
  shut: "Fechar o que está aberto",
  undo: "Desfazer uma exclusão, enquanto o aviso está na tela",
  help: "Esta lista",
  room: "Na conversa",
  mute: "Silenciar ou ativar o microfone",
  send: "Enviar o que foi digitado",
};
