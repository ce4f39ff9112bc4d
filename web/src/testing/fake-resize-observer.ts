/** Says once that everything is 600 pixels wide. */
export class FakeResizeObserver implements ResizeObserver {
  readonly #changed: ResizeObserverCallback;

  constructor(changed: ResizeObserverCallback) {
    this.#changed = changed;
  }

  observe(target: Element): void {
    const contentRect = { width: 600 } as DOMRectReadOnly;
    this.#changed([{ target, contentRect, borderBoxSize: [], contentBoxSize: [], devicePixelContentBoxSize: [] }], this);
  }

  unobserve(): void {
    // Nothing more is told.
  }

  disconnect(): void {
    // Nothing more is told.
  }
}
