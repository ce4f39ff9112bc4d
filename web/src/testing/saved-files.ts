/** What the browser was given to keep, by the file's name. */
import { waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, vi } from "vitest";

/** In the tests of the module that calls it. */
export function savedFiles() {
  const saved: Record<string, Blob> = {};
  const own = URL;

  beforeEach(() => {
    Object.keys(saved).forEach((name) => { Reflect.deleteProperty(saved, name); });
    let latest = new Blob();
    vi.stubGlobal("URL", class extends own {
      static override createObjectURL(blob: Blob): string {
        latest = blob;
        return "blob:it";
      }
      static override revokeObjectURL(): void { /* nothing is kept */ }
    });
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function keep(this: HTMLAnchorElement) {
      saved[this.download] = latest;
    });
  });

  afterEach(() => {
    // Not all of them: the others are of every test.
    vi.stubGlobal("URL", own);
    vi.restoreAllMocks();
  });

  const fileNamed = async (name: string): Promise<string> => {
    await waitFor(() => { expect(saved).toHaveProperty([name]); });
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await saved[name]?.arrayBuffer());
  };
  return { saved, fileNamed };
}
