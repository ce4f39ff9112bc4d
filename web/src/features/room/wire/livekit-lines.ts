/** Typed lines to the agent, which is asked whether they have come: a cut that nobody noticed may lose them. */
import { RpcError, type LocalParticipant } from "livekit-client";

export const CHAT_TOPIC = "lk.chat";
/** The line's id, by which the agent and others in the room know one that comes twice. */
export const LINE = "echosphere.line";
const HAS_LINE = "echosphere.has_line";

/** Raises when it cannot be sent, or has not come. It may be sent again: the agent takes it once. */
export async function sendLine(me: LocalParticipant, agent: string | undefined, line: { id: string; text: string }): Promise<void> {
  await me.sendText(line.text, { topic: CHAT_TOPIC, attributes: { [LINE]: line.id } });
  if (agent !== undefined && !(await hasCome(me, agent, line.id))) {
    throw new Error("the agent did not get the line");
  }
}

async function hasCome(me: LocalParticipant, agent: string, id: string): Promise<boolean> {
  try {
    return await me.performRpc({ destinationIdentity: agent, method: HAS_LINE, payload: id }) === "true";
  } catch (error) {
    // An agent that cannot tell is believed: it would answer twice what came twice.
    return error instanceof RpcError && error.code === RpcError.ErrorCode.UNSUPPORTED_METHOD;
  }
}
