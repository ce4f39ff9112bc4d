import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

import { anEvaluation } from "@/testing/examples";
import { aReplayedWorld, openReplay } from "@/testing/open-replay";
import type { World } from "@/testing/open-page";

async function openTalk(change: (world: World) => void = () => undefined) {
  const world = aReplayedWorld(change);
  const page = await openReplay("/sessions/s1", world);
  const card = within(await screen.findByRole("region", { name: "Your feedback" }));
  const thumb = (name: "up" | "down") => card.getByRole("button", { name: `Thumbs ${name}` });
  return { ...page, card, thumb, feedback: world.backend.feedback };
}

const said = (thumb: "up" | "down", note = "") => ({ thumb, note, changed_at: "2026-11-20T05:30:00.000Z" });

describe("feedback on a talk", () => {
  it("is a thumb, told apart from the judge's mean", async () => {
    const { user, card, thumb, feedback } = await openTalk(({ backend }) => {
      const judge = { name: "gpt", kind: "model" as const, version: "1" };
      backend.evaluation = anEvaluation({ overall: 4.1667, judge });
    });

    await user.click(thumb("down"));

    expect(await card.findByText("You: Thumbs down. The judge: 4.2 of 5. You see it differently.")).toBeVisible();
    expect(thumb("down")).toHaveAttribute("aria-pressed", "true");
    expect(feedback.mine).toMatchObject({ thumb: "down", note: "" });
  });

  it("says so, where plain rules judged", async () => {
    const { user, card, thumb } = await openTalk(({ backend }) => { backend.evaluation = anEvaluation({ overall: 5 }); });

    await user.click(thumb("up"));

    expect(await card.findByText("You: Thumbs up. The judge, by plain rules: 5 of 5. You two agree.")).toBeVisible();
  });

  it("says that the judge agrees, and when there is none to compare with", async () => {
    const { user, card, thumb } = await openTalk(({ backend }) => { backend.evaluation = anEvaluation({ overall: null }); });

    await user.click(thumb("up"));

    expect(await card.findByText("You: Thumbs up. The judge has given no scores.")).toBeVisible();
  });

  it("has a note beside it, which a change of the thumb does not lose", async () => {
    const { user, card, thumb, feedback } = await openTalk(({ backend }) => { backend.feedback.mine = said("up"); });

    await user.type(card.getByRole("textbox"), "It never told the price.");
    await user.click(thumb("down"));
    await waitFor(() => { expect(feedback.mine).toMatchObject({ thumb: "down", note: "It never told the price." }); });
    await waitFor(() => { expect(thumb("down")).toHaveAttribute("aria-pressed", "true"); });

    await user.type(card.getByRole("textbox"), " Twice.");
    await user.click(card.getByRole("button", { name: "Save the note" }));
    await waitFor(() => { expect(feedback.mine).toMatchObject({ note: "It never told the price. Twice." }); });
  });

  it("is taken back by the same press, and brought back by Undo", async () => {
    const { user, card, thumb, feedback } = await openTalk(({ backend }) => { backend.feedback.mine = said("up", "Good."); });

    await user.click(thumb("up"));
    await waitFor(() => { expect(feedback.mine).toBeNull(); });
    await waitFor(() => { expect(card.queryByRole("textbox")).toBeNull(); });

    await user.click(await card.findByRole("button", { name: "Undo" }));
    await waitFor(() => { expect(feedback.mine).toMatchObject(said("up", "Good.")); });
    expect(await card.findByRole("textbox")).toHaveValue("Good.");
  });

  it("shows what colleagues say", async () => {
    const { card } = await openTalk(({ backend }) => { backend.feedback.others = [said("down", "Too long.")]; });

    const [other] = within(card.getByRole("list", { name: "What colleagues say" })).getAllByRole("listitem");
    expect(other).toHaveTextContent("Too long.");
    expect(card.getByRole("img", { name: "Thumbs down" })).toBeVisible();
  });

  it("that a viewer may not give is refused in words", async () => {
    const { user, card, thumb } = await openTalk(({ backend }) => { backend.feedback.isViewer = true; });

    await user.click(thumb("up"));

    expect(await card.findByRole("alert")).toHaveAttribute("data-problem", "role_too_low");
    expect(thumb("up")).toHaveAttribute("aria-pressed", "false");
  });
});
