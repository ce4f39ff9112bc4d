/** How loud a track is, now. Reads real samples; nothing runs between two readings. */

const WINDOW_SAMPLES = 1024;
/** Speech at a usual distance has an RMS near 0.1; it should fill most of the range. */
const GAIN = 6;

export class LevelMeter {
  readonly #context = new AudioContext();
  readonly #analyser = this.#context.createAnalyser();
  readonly #samples = new Float32Array(WINDOW_SAMPLES);

  constructor(track: MediaStreamTrack) {
    this.#analyser.fftSize = WINDOW_SAMPLES;
    this.#context.createMediaStreamSource(new MediaStream([track])).connect(this.#analyser);
    // Outside a click the browser may hold the context back; then the level stays at zero.
    void this.#context.resume();
  }

  /** In [0, 1]. */
  level(): number {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const sum = this.#samples.reduce((total, sample) => total + sample * sample, 0);
    return Math.min(1, Math.sqrt(sum / WINDOW_SAMPLES) * GAIN);
  }

  close(): void {
    void this.#context.close();
  }
}
