/** Small pictures of a recording, many on one sheet, as a WebVTT file says where. */

export interface Thumbnail {
  /** Seconds of the talk. */
  fromS: number;
  toS: number;
  url: string;
  /** Pixels on the sheet. */
  x: number;
  y: number;
  width: number;
  height: number;
}

const CUE = /(\S+) --> (\S+).*\n(\S+)#xywh=(\d+),(\d+),(\d+),(\d+)/g;

/** `offsetS` is the file's first sample in seconds of the talk; sheets lie beside the file that names them. */
export function thumbnailsOf(vtt: string, { vttUrl, offsetS }: { vttUrl: string; offsetS: number }): Thumbnail[] {
  return [...vtt.replaceAll("\r", "").matchAll(CUE)].map(([, from = "", to = "", sheet = "", ...box]) => {
    const [x = 0, y = 0, width = 0, height = 0] = box.map(Number);
    return { fromS: secondsOf(from) + offsetS, toS: secondsOf(to) + offsetS, url: new URL(sheet, vttUrl).href, x, y, width, height };
  });
}

export function thumbnailAt(thumbnails: readonly Thumbnail[], talkS: number): Thumbnail | null {
  return thumbnails.find(({ fromS, toS }) => fromS <= talkS && talkS < toS) ?? null;
}

/** "01:02:03.500", or without hours. */
function secondsOf(time: string): number {
  return time.split(":").reduce((seconds, part) => seconds * 60 + Number(part), 0);
}
