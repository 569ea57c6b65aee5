"use client";
import { useMutation } from "@tanstack/react-query";
import { type SignInResult, toSignInResult } from "@/components/login/sign-in-result";
import { authCall } from "./auth-call";

async function signIn(credentials: { email: string; password: string }): Promise<SignInResult> {
  try {
    const response = await authCall("callback/credentials", credentials);
    return toSignInResult(response.status, response.headers.get("retry-after"));
  } catch {
    return { kind: "unreachable" };
  }
}

/** Tries to sign in; what came of it is returned, never thrown. */
export function useSignIn() {
  const { mutateAsync, isPending, data } = useMutation({ mutationFn: signIn });
  return { signIn: mutateAsync, pending: isPending, result: data ?? null };
}
