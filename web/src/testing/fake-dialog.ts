/** jsdom shows no modal dialog: this one opens, takes the focus, closes at Escape, and gives the focus back. */

const before = new WeakMap<HTMLDialogElement, Element | null>();

function onKey(this: HTMLDialogElement, { key }: KeyboardEvent): void {
  if (key === "Escape") {
    this.dispatchEvent(new Event("cancel", { cancelable: true }));
  }
}

export function installFakeDialog(): void {
  HTMLDialogElement.prototype.showModal = function showModal() {
    before.set(this, document.activeElement);
    this.open = true;
    this.querySelector<HTMLElement>("input, button, [href]")?.focus();
    this.addEventListener("keydown", onKey);
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.removeEventListener("keydown", onKey);
    const origin = before.get(this);
    if (origin instanceof HTMLElement) {
      origin.focus();
    }
  };
}
