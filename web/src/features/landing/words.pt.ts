import type { en } from "./words";

export const pt: typeof en = {
  title: "Converse com uma\u00a0IA. Depois ouça cada palavra de novo.",
  lead: "O EchoSphere é uma IA de voz que pertence à sua equipe: fale com ela no navegador, interrompa, desligue e, instantes depois, ouça a conversa com a transcrição ao lado do som.",
  example: {
    title: "Ouça uma conversa",
    about: "Em inglês. Aconteceu em uma sala deste produto, que a gravou e transcreveu, em uma só máquina e sem internet.",
    play: "Tocar a conversa",
    pause: "Pausar a conversa",
    position: "Posição na conversa",
    position_now: "{{now}} de {{length}}",
    lines: "O que se diz",
    person: "Quem liga",
    hear_from: "Ouvir a partir de {{time}}",
    interrupted: "interrompida",
    typed: "digitada",
    voices: "As duas vozes são sintéticas e vêm com um laptop (flite), também a de quem liga. As dos serviços que você pode escolher soam melhor.",
    failed: "Este navegador não conseguiu tocar a conversa. Você pode lê-la.",
  },
  reasons: "Por que o EchoSphere",
  reason: {
    interrupt: {
      title: "Interrompa",
      words: "Comece a falar e ela para. A transcrição guarda só o que você tinha ouvido até ali.",
    },
    replay: {
      title: "Ouça de novo",
      words: "As duas vozes em uma só linha do tempo. Aperte uma frase para ouvi-la; busque palavras, baixe ou compartilhe um link.",
    },
    consent: {
      title: "Gravada só como você quer",
      words: "Você decide antes de cada conversa. Onde a lei pede seu consentimento, perguntamos antes; excluir uma conversa exclui a gravação.",
    },
    yours: {
      title: "Roda onde você quiser",
      words: "Na sua própria conta da AWS ou inteira em um laptop, sem conta e sem chave. As conversas são em japonês, inglês e português.",
    },
  },
};
