import type { en } from "./words";

export const pt: typeof en = {
  title: "Converse com uma IA, com suas próprias palavras",
  intro: "Fale ou digite. Depois você pode ler toda a conversa aqui.",
  sign_in: "Entrar",
  sign_out: "Sair",
  account: "Conta",
  coming_back: "Entrando…",
  failed_title: "Não foi possível entrar",
  denied: "A entrada foi cancelada ou recusada. Nada mudou; você pode tentar de novo.",
  expired: "A entrada demorou demais ou já foi usada. Entre de novo.",
  not_ours: "Esta entrada não começou aqui, ou começou em outra aba. Comece de novo.",
  unreachable: "Não foi possível falar com o serviço de entrada. Verifique a conexão e tente de novo.",
  again: "Entrar de novo",
  signed_out_in_talk: "Seu acesso expirou. Você pode terminar esta conversa; entre de novo para lê-la depois.",
};
