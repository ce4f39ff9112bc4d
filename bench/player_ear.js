// Listens to what the player plays. Times are performance.now(), milliseconds.
(() => {
  const LOOK_EVERY_MS = 5;
  const LOUD = 0.01;
  const ear = { pressedAt: null };
  window.__ear = ear;

  const remember = () => { ear.pressedAt = performance.now(); };
  addEventListener("click", remember, { capture: true });
  addEventListener("keydown", remember, { capture: true });

  ear.attach = () => {
    const context = new AudioContext({ latencyHint: "interactive" });
    ear.analyser = context.createAnalyser();
    ear.analyser.fftSize = 2048;
    ear.analyser.smoothingTimeConstant = 0;
    ear.hzPerBin = context.sampleRate / ear.analyser.fftSize;
    const player = context.createMediaElementSource(document.querySelector("[data-player] video"));
    player.connect(ear.analyser).connect(context.destination);
    return context.resume();
  };

  const loudness = () => {
    const samples = new Float32Array(256);
    ear.analyser.getFloatTimeDomainData(samples);
    return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
  };

  const loudestHz = () => {
    const bins = new Float32Array(ear.analyser.frequencyBinCount);
    ear.analyser.getFloatFrequencyData(bins);
    return bins.indexOf(Math.max(...bins)) * ear.hzPerBin;
  };

  const since = (heard) =>
    new Promise((resolve) => {
      const look = setInterval(() => {
        if (ear.pressedAt !== null && heard()) {
          clearInterval(look);
          resolve(performance.now() - ear.pressedAt);
        }
      }, LOOK_EVERY_MS);
    });

  // Both answer the milliseconds since the last press, whenever that comes.
  ear.untilSound = () => since(() => loudness() > LOUD);
  ear.untilTone = (hz, apartHz) => since(() => loudness() > LOUD && Math.abs(loudestHz() - hz) < apartHz);
})();
