import type { Env } from "@/lib/env";

/** Whether nobody said who is to be asked: neither credentials nor another address are set. */
export const needsSandbox = (settings: Env): boolean =>
  !settings.LUFTHANSA_CLIENT_ID && settings.LUFTHANSA_BASE_URL === "https://api.lufthansa.com/v1";
