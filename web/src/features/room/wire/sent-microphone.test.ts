// @vitest-environment node
import { expect, it } from "vitest";

import { FakeTrack } from "@/testing/fake-audio";

import { SentMicrophone, type SentTrack } from "./sent-microphone";

/** A track that notes which microphone it carries. */
class NotedTrack implements SentTrack {
  muted = false;

  constructor(public microphone: MediaStreamTrack) {}

  mute(): Promise<void> {
    this.muted = true;
    return Promise.resolve();
  }

  unmute(): Promise<void> {
    this.muted = false;
    return Promise.resolve();
  }

  replaceTrack(microphone: MediaStreamTrack): Promise<void> {
    this.microphone = microphone;
    return Promise.resolve();
  }
}

function sending() {
  const published: NotedTrack[] = [];
  const answer = Promise.withResolvers<null>();
  const sent = new SentMicrophone(async (microphone) => {
    const track = new NotedTrack(microphone);
    published.push(track);
    await answer.promise;
    return track;
  });
  return { sent, published, answer };
}

it("a microphone that is replaced while it is still being published is published once", async () => {
  const { sent, published, answer } = sending();
  const [first, second] = [new FakeTrack(), new FakeTrack()];

  const both = Promise.all([sent.send(first), sent.send(second)]);
  answer.resolve(null);
  await both;

  expect(published.map(({ microphone }) => microphone)).toEqual([second]);
});

it("after one that could not be published the next is published", async () => {
  let refuses = true;
  const sent = new SentMicrophone((microphone) =>
    refuses ? Promise.reject(new Error("refused")) : Promise.resolve(new NotedTrack(microphone)),
  );
  await expect(sent.send(new FakeTrack())).rejects.toThrow("refused");

  refuses = false;

  await expect(sent.send(new FakeTrack())).resolves.toBeUndefined();
});
