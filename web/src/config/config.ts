/** What differs between two deployments of the same page; written beside it by the deploy. */
import { isRecord, textOf } from "./records";

export interface Config {
  sign_in_origin: string;
  client_id: string;
  stage: string;
}

export class ConfigMissing extends Error {
  override readonly name = "ConfigMissing";
}

/** Raises ConfigMissing, whose message names what is wrong for whoever deploys the page. */
export async function loadConfig(): Promise<Config> {
  const response = await fetchConfig();
  if (!response.ok) {
    throw new ConfigMissing(`/config.json answered ${response.status}`);
  }
  const found = await readJson(response);
  const setting = (name: keyof Config) => needed(name, isRecord(found) ? textOf(found[name]) : null);
  const origin = setting("sign_in_origin");
  if (!URL.canParse(origin)) {
    throw new ConfigMissing("/config.json is not complete: sign_in_origin is no address");
  }
  return { sign_in_origin: origin, client_id: setting("client_id"), stage: setting("stage") };
}

function needed(name: string, text: string | null): string {
  if (text === null || text === "") {
    throw new ConfigMissing(`/config.json is not complete: ${name} is missing`);
  }
  return text;
}

async function fetchConfig(): Promise<Response> {
  try {
    return await fetch("/config.json", { cache: "no-cache" });
  } catch (cause) {
    throw new ConfigMissing("/config.json could not be reached", { cause });
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new ConfigMissing("/config.json is not JSON", { cause });
  }
}
