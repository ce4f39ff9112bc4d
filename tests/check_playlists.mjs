/** Each playlist named on the command line, judged by hls-parser in strict mode: prints what it says against which. */
import { readFileSync } from "node:fs";
import HLS from "hls-parser";

HLS.setOptions({ strictMode: true });
const refused = {};
for (const path of process.argv.slice(2)) {
  try {
    HLS.parse(readFileSync(path, "utf8"));
  } catch (error) {
    refused[path] = error.message;
  }
}
console.log(JSON.stringify(refused));
