"use client";
import { authCall } from "./auth-call";

/** Ends the session. The page is loaded anew, so that nothing seen before stays in memory. */
export const useSignOut = () => async () => {
  await authCall("signout", {}).catch(() => null);
  window.location.assign("/login");
};
