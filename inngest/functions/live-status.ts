import { cron } from "inngest";
import { inngest } from "../client";
import { requestLiveRound } from "../request-live-round";
import { liveStatusCron } from "../schedules";

/** Asks for a round of live boards every so many minutes. */
export const liveStatus = (minutes: number) =>
  inngest.createFunction(
    { id: "live-status", retries: 3, triggers: [cron(liveStatusCron(minutes))] },
    ({ step }) => step.run("request a round", () => requestLiveRound(new Date())),
  );
