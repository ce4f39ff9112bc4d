import type { en } from "./list-words";

export const pt: typeof en = {
  recent: "Conversas recentes",
  all: "Todas as conversas",
  empty: "Ainda não há conversas. Comece uma, e ela aparecerá aqui.",
  untitled: "Conversa sem palavras",
  status: { pending: "começando", active: "em andamento", ended: "encerrada", failed: "falhou" },
};
