import { serve } from "inngest/next";
import type { NextRequest } from "next/server";
import { methods } from "@/lib/http/methods";
import { servePlain } from "@/lib/http/serve-plain";
import { serveUnknown } from "@/lib/http/serve-unknown";
import type { Route } from "@/lib/http/serve-with";
import { inngest } from "./client";
import { jobFunctions } from "./functions";
import { isInngestConfigured } from "./is-inngest-configured";

let served: ReturnType<typeof serve> | undefined;

/** Made at the first request: a build knows no settings. */
function handlers(): ReturnType<typeof serve> {
  served ??= serve({ client: inngest, functions: jobFunctions() });
  return served;
}

/** The server calls as often as there is work, and is proven by its signature. */
const run = (name: "GET" | "POST" | "PUT"): Route =>
  // Inngest types Next's class of request and reads the standard part of it.
  servePlain((request, context) => handlers()[name](request as NextRequest, context), {
    limit: "never",
    crossOrigin: false,
  });

/** Where this process runs the jobs itself, nobody has any business at this address. */
const whereConfigured = (name: "GET" | "POST" | "PUT"): Route => {
  const served = run(name);
  return (request, context) =>
    isInngestConfigured() ? served(request, context) : serveUnknown(request, context);
};

/** What an Inngest server calls to learn our functions and to run them. Requests are proven by INNGEST_SIGNING_KEY. */
export const serveJobs = methods(
  {
    GET: whereConfigured("GET"),
    POST: whereConfigured("POST"),
    PUT: whereConfigured("PUT"),
  },
  { crossOrigin: false },
);
