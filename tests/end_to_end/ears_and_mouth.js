// Runs before the page: gives it a microphone that the test speaks into, and listens to what the page hears.
// Times are performance.now(), milliseconds.
(() => {
  const context = new AudioContext({ sampleRate: 48000 });
  const mouth = context.createMediaStreamDestination();
  const LISTEN_EVERY_MS = 10;
  const LOUD = 0.01;
  const waitingForSound = [];

  // A real microphone is never quite silent, and some browsers stop sending where nothing ever sounds.
  const room = context.createBufferSource();
  room.buffer = context.createBuffer(1, 48000, 48000);
  room.buffer.getChannelData(0).forEach((_, i, samples) => (samples[i] = (Math.random() - 0.5) * 1e-4));
  room.loop = true;
  room.connect(mouth);
  room.start();

  const test = { heard: [], spoken: [], devicesAsked: 0, sockets: [] };
  window.__talk = test;

  test.say = async (base64) => {
    await context.resume();
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const speech = context.createBufferSource();
    speech.buffer = await context.decodeAudioData(bytes.buffer);
    speech.connect(mouth);
    const ended = new Promise((resolve) => (speech.onended = resolve));
    const startsAt = performance.now();
    speech.start();
    await ended;
    const endedAt = startsAt + speech.buffer.duration * 1000;
    test.spoken.push({ startsAt, endedAt });
    return endedAt;
  };

  test.listenForClick = () => {
    addEventListener("click", () => (test.clickedAt = performance.now()), { capture: true, once: true });
  };

  test.untilSound = () => new Promise((resolve) => waitingForSound.push(resolve));

  test.listenTo = (track) => {
    const ear = context.createAnalyser();
    ear.fftSize = 512;
    context.createMediaStreamSource(new MediaStream([track])).connect(ear);
    const samples = new Float32Array(ear.fftSize);
    setInterval(() => {
      ear.getFloatTimeDomainData(samples);
      const energy = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
      test.heard.push([performance.now(), energy]);
      if (energy > LOUD) waitingForSound.splice(0).forEach((resolve) => resolve());
    }, LISTEN_EVERY_MS);
  };

  if (!window.__keepMicrophone) {
    navigator.mediaDevices.getUserMedia = async ({ audio }) => {
      test.devicesAsked += 1;
      mouth.channelCount = audio?.channelCount ?? 2;
      await context.resume();
      return mouth.stream.clone();
    };
  }

  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(url, ...protocols) {
      test.sockets.push(String(url));
      super(url, ...protocols);
    }
  };

  const Connection = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Connection {
    constructor(...settings) {
      super(...settings);
      test.iceServers = (settings[0]?.iceServers ?? []).flatMap((server) => server.urls);
      this.addEventListener("track", ({ track }) => track.kind === "audio" && test.listenTo(track));
    }
    setConfiguration(settings) {
      test.iceServers = (settings?.iceServers ?? []).flatMap((server) => server.urls);
      super.setConfiguration(settings);
    }
  };
})();
