// @vitest-environment node
import { RpcError, type LocalParticipant } from "livekit-client";
import { expect, it } from "vitest";

import { sendLine } from "./livekit-lines";

type Answer = "true" | "false" | RpcError;

/** Somebody who types, and what the agent answers when it is asked whether a line has come. */
function someone(...answers: Answer[]) {
  const sent: unknown[] = [];
  const me = {
    sendText: (text: string, { attributes }: { attributes: Record<string, string> }) => {
      sent.push([text, attributes["echosphere.line"]]);
      return Promise.resolve({});
    },
    performRpc: ({ payload }: { payload: string }) => {
      expect(payload).toBe("line-1");
      const answer = answers.shift() ?? "false";
      return answer instanceof RpcError ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
  return { sent, me: me as unknown as LocalParticipant };
}

const line = { id: "line-1", text: "Still there?" };
const CUT = new RpcError(RpcError.ErrorCode.CONNECTION_TIMEOUT, "timeout");

it("a line that has come is sent once", async () => {
  const { me, sent } = someone("true");

  await sendLine(me, "agent", line);

  expect(sent).toEqual([["Still there?", "line-1"]]);
});

it.each([["does not know it", "false"], ["does not answer", CUT]] as const)(
  "a line has not come where the agent %s",
  async (_how, answer) => {
    const { me, sent } = someone(answer);

    await expect(sendLine(me, "agent", line)).rejects.toThrow("did not get");
    expect(sent).toEqual([["Still there?", "line-1"]]);
  },
);

it("an agent that cannot tell is believed to have it", async () => {
  const { me, sent } = someone(new RpcError(RpcError.ErrorCode.UNSUPPORTED_METHOD, "unsupported"));

  await sendLine(me, "agent", line);

  expect(sent).toHaveLength(1);
});

it("where no agent is, a line goes to whoever is in the room", async () => {
  const { me, sent } = someone();

  await sendLine(me, undefined, line);

  expect(sent).toHaveLength(1);
});
