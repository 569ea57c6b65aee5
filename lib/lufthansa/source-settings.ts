import { createHash } from "node:crypto";
import type { Env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { DataOrigin } from "@/lib/model/origin";
import type { SandboxAbout } from "./about-source";
import { LUFTHANSA_LIMITS, type QuotaLimits } from "./quota";
import type { Credentials } from "./token";

export type SourceSettings = {
  baseUrl: string;
  credentials: Credentials;
  limits: QuotaLimits;
  origin: DataOrigin;
  /** Names the key in the quota's tables without showing it: 16 hex digits. */
  keyHash: string;
};

type Given = Pick<
  Env,
  | "LUFTHANSA_BASE_URL"
  | "LUFTHANSA_CLIENT_ID"
  | "LUFTHANSA_CLIENT_SECRET"
  | "LUFTHANSA_CALLS_PER_SECOND"
  | "LUFTHANSA_CALLS_PER_HOUR"
>;

/** A stand-in lets anybody in. */
const SANDBOX_CREDENTIALS: Credentials = { clientId: "sandbox", clientSecret: "sandbox" };

/**
 * How to ask the configured source, given what it says of itself (`about`, null for anything that is no stand-in).
 * Limits that are set win over the stand-in's own. Throws an AppError `upstream_unavailable` without credentials.
 */
export function sourceSettings(given: Given, about: SandboxAbout | null): SourceSettings {
  const credentials = findCredentials(given) ?? (about ? SANDBOX_CREDENTIALS : null);
  if (!credentials) {
    throw new AppError(
      "upstream_unavailable",
      `No credentials for ${given.LUFTHANSA_BASE_URL}, which is not a sandbox. Nothing was asked. Set LUFTHANSA_CLIENT_ID and LUFTHANSA_CLIENT_SECRET (developer.lufthansa.com gives them), or let npm run up start a sandbox.`,
    );
  }
  const keyHash = hashKey(credentials.clientId);
  const limits = about?.limits ?? LUFTHANSA_LIMITS;
  return {
    baseUrl: given.LUFTHANSA_BASE_URL,
    credentials,
    limits: {
      callsPerSecond: given.LUFTHANSA_CALLS_PER_SECOND ?? limits.callsPerSecond,
      callsPerHour: given.LUFTHANSA_CALLS_PER_HOUR ?? limits.callsPerHour,
    },
    origin: about
      ? { kind: about.kind, id: about.kind }
      : { kind: "lufthansa", id: `lufthansa:${keyHash}` },
    keyHash,
  };
}

function findCredentials(given: Given): Credentials | null {
  const { LUFTHANSA_CLIENT_ID: clientId, LUFTHANSA_CLIENT_SECRET: clientSecret } = given;
  if (clientId && clientSecret) return { clientId, clientSecret };
  if (!(clientId || clientSecret)) return null;
  const missing = clientId ? "LUFTHANSA_CLIENT_SECRET" : "LUFTHANSA_CLIENT_ID";
  throw new AppError(
    "upstream_unavailable",
    `${missing} is not set, but its other half is. Nothing was asked. Set both, or neither to use a sandbox.`,
  );
}

const hashKey = (clientId: string): string =>
  createHash("sha256").update(clientId).digest("hex").slice(0, 16);
