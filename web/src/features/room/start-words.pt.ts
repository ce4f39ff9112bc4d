import type { en } from "./start-words";

export const pt: typeof en = {
  title: "Começar uma conversa",
  intro: "Fale ou digite, e você terá resposta. Pode ler e ouvir a conversa de novo quando quiser.",
  start: "Começar a falar",
  talk_language: "Idioma da conversa",
  persona: "Conversar com",
  record: "Gravar esta conversa",
  record_locked: "Conversas com {{name}} nunca são gravadas: a persona está configurada assim.",
  consent: {
    title: "Esta conversa pode ser gravada?",
    what: "Sua voz e as respostas são gravadas, e também a câmera e a tela, se você as mostrar. Tudo vira texto e fica no seu espaço de trabalho, para que se possa ouvir a conversa ali de novo. Excluir a conversa exclui a gravação.",
    free: "A lei de onde você está pode pedir seu consentimento antes. Você pode dizer não: a conversa é a mesma, com o texto guardado e sem som. Perguntamos antes de cada conversa.",
    yes: "Gravar com meu consentimento",
    no: "Conversar sem gravar",
  },
};
