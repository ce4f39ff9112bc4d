/** What differs between two deployments of the same page; written beside it by the deploy. */
import { z } from "./checks";

const configSchema = z.object({
  sign_in_origin: z.url(),
  client_id: z.string().check(z.minLength(1)),
  stage: z.string().check(z.minLength(1)),
});

export type Config = z.infer<typeof configSchema>;

export class ConfigMissing extends Error {
  override readonly name = "ConfigMissing";
}

/** Raises ConfigMissing, whose message names what is wrong for whoever deploys the page. */
export async function loadConfig(): Promise<Config> {
  const response = await fetchConfig();
  if (!response.ok) {
    throw new ConfigMissing(`/config.json answered ${response.status}`);
  }
  const found = configSchema.safeParse(await readJson(response));
  if (!found.success) {
    throw new ConfigMissing(`/config.json is not complete: ${z.prettifyError(found.error)}`);
  }
  return found.data;
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
