import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import type { Evaluation } from "@/api/types";
import { aMessage, anEvaluation, aPart, aScore } from "@/testing/examples";
import { aReplayedWorld, openReplay } from "@/testing/open-replay";

async function openTalk(evaluation: Evaluation) {
  const world = aReplayedWorld(({ backend }) => {
    backend.playback.parts = [aPart({ offset_s: 0, duration_s: 100 })];
    backend.messages = { s1: [aMessage({ id: "m1", started_s: 40, ended_s: 42 })] };
    backend.evaluation = evaluation;
  });
  return { ...(await openReplay("/sessions/s1", world)), backend: world.backend };
}

const HALF_A_MINUTE_MS = 30_000;

afterEach(() => { vi.useRealTimers(); });

const card = () => screen.findByRole("region", { name: "How the talk went" });

describe("what a judge says of a talk", () => {
  it("is told score by score, with its reason", async () => {
    await openTalk(anEvaluation({ scores: [aScore({ value: 4 }), aScore({ metric: "faithfulness", value: null, reason: "No instructions." })] }));

    const [goal, faithful] = within(await card()).getAllByRole("listitem");
    expect(goal).toHaveTextContent("Got what was wanted4 of 5Every question was answered.");
    expect(faithful).toHaveTextContent("True to what it knowsnothing to judge byNo instructions.");
  });

  it("leads from a reason to the second that shows it", async () => {
    const { user, media } = await openTalk(anEvaluation({ scores: [aScore({ value: 2, message_ids: ["m1"] })] }));

    await user.click(within(await card()).getByRole("button", { name: "Hear what shows it, from 0:40" }));

    await waitFor(() => { expect(media()?.currentTime).toBeCloseTo(40); });
  });

  it("says when plain rules judged, and not a model", async () => {
    await openTalk(anEvaluation());

    expect(await card()).toHaveTextContent("Judged by plain rules");
  });

  it("warns of somebody who spoke to the judge", async () => {
    await openTalk(anEvaluation({ flags: ["instruction_attempt"] }));

    expect(await card()).toHaveTextContent("Somebody spoke to the judge");
  });

  it("says why it is not there, and is asked for again", async () => {
    const { user, backend } = await openTalk(
      anEvaluation({ status: "failed", scores: [], judge: null, failure: "judge_unavailable" }),
    );
    expect(await card()).toHaveTextContent("The talk could not be judged. The judge did not answer.");

    await user.click(within(await card()).getByRole("button", { name: "Judge this talk" }));

    expect(await screen.findByText("The talk is being judged.")).toBeVisible();
    expect(backend.judgedAgain).toBe(1);
  });

  it("is waited for without a press", async () => {
    const { backend } = await openTalk(anEvaluation({ status: "pending", scores: [] }));
    expect(await card()).toHaveTextContent("The talk is being judged.");

    backend.evaluation = anEvaluation();

    expect(await screen.findByText("Every question was answered.")).toBeVisible();
  });

  it("comes by itself, too, when a later try succeeds", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { backend } = await openTalk(anEvaluation({ status: "failed", scores: [], judge: null, failure: "judge_unavailable" }));
    expect(await card()).toHaveTextContent("The talk could not be judged.");

    backend.evaluation = anEvaluation();
    await vi.advanceTimersByTimeAsync(HALF_A_MINUTE_MS);

    expect(await screen.findByText("Every question was answered.")).toBeVisible();
  });
});
