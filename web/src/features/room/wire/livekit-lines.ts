/** Typed lines to the agent: sent again until it says that they have come, which a cut that nobody noticed may undo. */
import { RpcError, type LocalParticipant } from "livekit-client";

export const CHAT_TOPIC = "lk.chat";
/** The line's id, by which the agent and others in the room know one that comes twice. */
export const LINE = "echosphere.line";
const HAS_LINE = "echosphere.has_line";
const TRIES = 3;

/** Raises when it cannot be sent, or has not come however often it was. */
export async function sendLine(me: LocalParticipant, agent: string | undefined, line: { id: string; text: string }): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    await me.sendText(line.text, { topic: CHAT_TOPIC, attributes: { [LINE]: line.id } });
    if (agent === undefined || await hasCome(me, agent, line.id)) {
      return;
    }
  }
  throw new Error("the agent did not get the line");
}

async function hasCome(me: LocalParticipant, agent: string, id: string): Promise<boolean> {
  try {
    return await me.performRpc({ destinationIdentity: agent, method: HAS_LINE, payload: id }) === "true";
  } catch (error) {
    // An agent that cannot tell is believed: it would answer twice what came twice.
    return error instanceof RpcError && error.code === RpcError.ErrorCode.UNSUPPORTED_METHOD;
  }
}
