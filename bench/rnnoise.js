// Int16 samples (base64) at `rate` through RNNoise's worklet, as the page has it, faster than they were said.
async ({ pcm, rate, worklet, wasm }) => {
  const bytes = Uint8Array.from(atob(pcm), (letter) => letter.charCodeAt(0));
  const samples = Float32Array.from(new Int16Array(bytes.buffer), (sample) => sample / 32768);
  const context = new OfflineAudioContext(1, Math.ceil((samples.length * 48000) / rate), 48000);
  const wasmBinary = await (await fetch(wasm)).arrayBuffer();
  await context.audioWorklet.addModule(worklet);
  const network = new AudioWorkletNode(context, "@sapphi-red/web-noise-suppressor/rnnoise", {
    processorOptions: { maxChannels: 1, wasmBinary },
  });
  const speech = context.createBufferSource();
  speech.buffer = new AudioBuffer({ length: samples.length, sampleRate: rate });
  speech.buffer.copyToChannel(samples, 0);
  speech.connect(network).connect(context.destination);
  speech.start();
  // The worklet compiles after it was made, and gives silence until it has.
  const compiled = context.suspend(0).then(async () => {
    await new Promise((later) => setTimeout(later, 500));
    return context.resume();
  });
  const made = await context.startRendering();
  await compiled;
  const out = Int16Array.from(made.getChannelData(0), (sample) => Math.max(-1, Math.min(1, sample)) * 32767);
  const letters = Array.from(new Uint8Array(out.buffer), (byte) => String.fromCharCode(byte));
  return btoa(letters.join(""));
}
