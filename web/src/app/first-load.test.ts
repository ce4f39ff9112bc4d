// @vitest-environment node
import path from "node:path";
import { gzipSync } from "node:zlib";

import { build, type Rolldown } from "vite";
import { beforeAll, expect, it, vi } from "vitest";

import { PAGE_LANGUAGES } from "@/i18n/language";

/** What a browser fetches before it can show the page: code, looks and the words of one language, gzipped. */
const MOST_BYTES = { home: 150_000, landing: 150_000, room: 350_000 };

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
}, 180_000);

const PARTS = {
  home: ["/routes/home.tsx"],
  landing: ["/routes/landing.tsx"],
  room: ["/routes/talk.tsx", "/enter-talk.ts", "/livekit-wire.ts"],
};
const PAGES = ["home", "landing", "room"] as const;

it.each(PAGES.flatMap((page) => PAGE_LANGUAGES.map((language) => [page, language] as const)))("the first load of %s is light (%s)", (page, language) => {
  const words = page === "room" ? ["first", "rest"] : ["first"];
  const parts = [...PARTS[page], ...words.map((part) => `/words/${language}/${part}.ts`)];
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
