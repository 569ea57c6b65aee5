import { afterEach, describe, expect, it } from "vitest";
import { GET, POST, PUT } from "@/app/api/inngest/route";
import { inngest } from "@/inngest/client";
import { jobFunctions } from "@/inngest/functions";
import { overrideEnv } from "@/lib/env";

const routes = { GET, POST, PUT };
const ask = (method: keyof typeof routes) => {
  const body = method === "GET" ? null : "{}";
  const request = new Request("http://localhost/api/inngest", { method, body });
  return routes[method](request, { params: Promise.resolve({}) });
};

describe("/api/inngest where no Inngest is configured", () => {
  it.each(["GET", "POST", "PUT"] as const)("is no address of ours for %s", async (method) => {
    const response = await ask(method);
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });
});

/** What the settings say to us, and to Inngest's own reading of them. */
function configure(settings: { INNGEST_DEV?: string; INNGEST_SIGNING_KEY?: string }): void {
  const { INNGEST_DEV, INNGEST_SIGNING_KEY } = settings;
  overrideEnv({ INNGEST_DEV, INNGEST_SIGNING_KEY });
  inngest.setEnvVars({ INNGEST_DEV: "0", ...settings });
}

describe("/api/inngest where an Inngest server runs the jobs", () => {
  afterEach(() => configure({}));

  it("tells how many functions there are", async () => {
    configure({ INNGEST_DEV: "1" });
    const response = await ask("GET");
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ function_count: jobFunctions().length });
  });

  it("runs nothing for who cannot sign", async () => {
    configure({ INNGEST_SIGNING_KEY: "signkey-test-0123456789abcdef" });
    expect((await ask("POST")).status).toBe(401);
  });
});
