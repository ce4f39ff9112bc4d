import type { en } from "./words";

export const pt: typeof en = {
  invite: "Convidar",
  invited: "Seu convite está pronto",
  address: "Convite",
  copy: "Copiar o convite",
  about: "Quem tiver este link pode entrar sem conta por duas horas, enquanto a conversa durar. Ele só aparece agora.",
  host: "Anfitrião",
  guest: "Convidado {{number}}",
  somebody: "Convidado",
  enter_title: "Você foi convidado a conversar com {{persona}}",
  enter_about: "Não é preciso ter conta. Seu microfone abre quando você entra; você pode silenciá-lo ou sair quando quiser.",
  label: "Seu nome",
  label_about: "Aparece ao lado do que você diz, para todos nesta conversa. Pode ficar em branco.",
  recorded: "Esta conversa é gravada. Quem convidou você pode ouvi-la e lê-la depois, e compartilhá-la.",
  join: "Entrar",
  join_recorded: "Concordo em ser gravado: entrar",
  barred_title: "Você não pode entrar",
  left_title: "Você saiu da conversa",
  left: "Você pode entrar de novo pelo mesmo link enquanto a conversa durar.",
  again: "Entrar de novo",
};
