import type { en } from "./words";

export const pt: typeof en = {
  title: "Sua opinião",
  ask: "Como foi esta conversa?",
  thumb: { up: "Gostei", down: "Não gostei" },
  you: "Você: {{thumb}}.",
  judge: { model: "O avaliador: {{value}} de 5.", rules: "O avaliador, por regras simples: {{value}} de 5." },
  judge_none: "O avaliador não deu notas.",
  agree: "Vocês concordam.",
  differ: "Vocês veem isso de modo diferente.",
  note: "Nota, para você e seus colegas",
  left_one: "Resta {{count}} caractere",
  left_other: "Restam {{count}} caracteres",
  save: "Salvar a nota",
  saved: "Salvo.",
  others: "O que os colegas dizem",
  no_note: "Sem nota.",
};
