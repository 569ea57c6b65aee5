import { onTestFinished } from "vitest";
import { type Sandbox, type SandboxOptions, startSandbox } from "@/sandbox/start-sandbox";

export type Reply = { status: number; type: string; text: string };

/** A stranger with a token: knows the documents and HTTP, nothing else. */
export type Visitor = {
  sandbox: Sandbox;
  token: string;
  /** Asks under /v1/mds-references, for JSON, with the token; `headers` add or replace. */
  ask(path: string, headers?: Record<string, string>): Promise<Reply>;
  /** Asks any path with no headers but those given. */
  send(path: string, init?: RequestInit): Promise<Reply>;
};

export const tokenRequest = (key = "sandbox", secret = "sandbox") => ({
  method: "POST",
  body: new URLSearchParams({
    client_id: key,
    client_secret: secret,
    grant_type: "client_credentials",
  }),
});

/** Starts a sandbox that ends with the test. No quota unless asked for: most tests are not about it. */
export async function visit(options: SandboxOptions = {}): Promise<Visitor> {
  const sandbox = await startSandbox({ quota: null, ...options });
  onTestFinished(() => sandbox.close());
  async function send(path: string, init?: RequestInit): Promise<Reply> {
    const response = await fetch(`${sandbox.url}${path}`, init);
    const type = response.headers.get("content-type") ?? "";
    return { status: response.status, type, text: await response.text() };
  }
  const reply = await send("/v1/oauth/token", tokenRequest());
  const token: string = JSON.parse(reply.text).access_token ?? "";
  const ask = (path: string, headers: Record<string, string> = {}) =>
    send(`/v1/mds-references${path}`, {
      headers: { accept: "application/json", authorization: `Bearer ${token}`, ...headers },
    });
  return { sandbox, token, ask, send };
}
