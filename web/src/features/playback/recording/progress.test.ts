// @vitest-environment node
import { expect, it } from "vitest";

import { aRecording, aRecordingPart } from "@/testing/examples";

import { isSettled } from "../api/read-recording";
import { failureOf, isPictureOnItsWay, percentOf, stepOf } from "./progress";

it("the recording is as far as its slowest sound", () => {
  const parts = [aRecordingPart({ status: "finishing" }), aRecordingPart({ attempt: 2, status: "uploaded" })];

  expect(stepOf(aRecording({ parts }))).toBe("waiting");
});

it("a picture on its way does not hold up the sound", () => {
  const recording = aRecording({ parts: [aRecordingPart({ status: "finishing" }), aRecordingPart({ attempt: 2, kind: "video", status: "starting" })] });

  expect(stepOf(recording)).toBe("checking");
  expect(isPictureOnItsWay(recording)).toBe(true);
});

it("a recording that was set aside is waited for no more", () => {
  const parts = [aRecordingPart({ status: "transcoding" }), aRecordingPart({ attempt: 2, status: "set_aside" })];

  expect(stepOf(aRecording({ parts }))).toBe("converting");
});

it("a recording that was set aside is asked for no more, nor does its picture seem to come", () => {
  const recording = aRecording({ parts: [aRecordingPart(), aRecordingPart({ attempt: 2, kind: "video", status: "set_aside" })] });

  expect(isSettled(recording)).toBe(true);
  expect(isPictureOnItsWay(recording)).toBe(false);
});

it("a number is told only while something is converted", () => {
  expect(percentOf(aRecording({ percent: 40, parts: [aRecordingPart({ status: "transcoding" })] }))).toBe(40);
  expect(percentOf(aRecording({ percent: 0, parts: [aRecordingPart({ status: "uploaded" })] }))).toBeNull();
});

it("of several attempts at the sound, the last one's failure is told", () => {
  const parts = [
    aRecordingPart({ status: "failed", failure: "recorder_died" }),
    aRecordingPart({ attempt: 2, status: "failed", failure: "no_audio" }),
    aRecordingPart({ attempt: 3, kind: "video", status: "failed", failure: "unplayable" }),
  ];

  expect(failureOf(aRecording({ parts }))?.failure).toBe("no_audio");
});
