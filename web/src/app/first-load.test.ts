// @vitest-environment node
import path from "node:path";
import { gzipSync } from "node:zlib";

import { build, type Rolldown } from "vite";
import { beforeAll, expect, it, vi } from "vitest";

/**
 * What a browser fetches before it can show the page: code and looks, gzipped. The room's is its limit; the first
 * two shall come down to 150 kB, and must not grow until then.
 */
const MOST_BYTES = { home: 180_000, landing: 185_000, room: 350_000 };

type File = Rolldown.OutputChunk | Rolldown.OutputAsset;

let files = new Map<string, File>();

beforeAll(async () => {
  // Otherwise React's parts for development would be weighed.
  vi.stubEnv("NODE_ENV", "production");
  const built = await build({
    configFile: path.resolve("vite.config.ts"),
    logLevel: "silent",
    build: { write: false },
  });
  const { output } = built as Rolldown.RolldownOutput;
  files = new Map(output.map((file) => [file.fileName, file]));
}, 60_000);

it.each([
  ["home", []],
  ["landing", ["/landing.tsx"]],
  ["room", ["/talk.tsx", "/livekit-wire.ts"]],
] as const)("the first load of %s is light", (page, parts) => {
  const needed = new Set([entry(), ...parts.map(partOf)].flatMap((chunk) => [...closure(chunk)]));

  const bytes = [...needed].reduce((sum, name) => sum + gzippedBytes(name), 0);

  expect(bytes, [...needed].map((name) => `${name} ${gzippedBytes(name)}`).join("\n")).toBeLessThan(MOST_BYTES[page]);
});

function chunks(): Rolldown.OutputChunk[] {
  return [...files.values()].filter((file) => file.type === "chunk");
}

function entry(): Rolldown.OutputChunk {
  return found(chunks().find(({ isEntry }) => isEntry), "the entry");
}

function partOf(module: string): Rolldown.OutputChunk {
  return found(chunks().find(({ facadeModuleId }) => facadeModuleId?.endsWith(module)), module);
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is not in the build`);
  return value;
}

/** Its code, its looks, and those of all that it imports before it runs. */
function closure(chunk: Rolldown.OutputChunk, seen = new Set<string>()): Set<string> {
  seen.add(chunk.fileName);
  chunk.viteMetadata?.importedCss.forEach((name) => seen.add(name));
  for (const name of chunk.imports) {
    const imported = files.get(name);
    if (!seen.has(name) && imported?.type === "chunk") closure(imported, seen);
  }
  return seen;
}

function gzippedBytes(name: string): number {
  const file = found(files.get(name), name);
  return gzipSync(file.type === "chunk" ? file.code : file.source).byteLength;
}
