import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { safePath } from "@/components/login/safe-path";
import { SignInView } from "@/components/login/sign-in-view";
import { findPageCaller } from "@/lib/auth/caller";
import { findDataOrigin } from "@/lib/http/data-origin";
import { DEFAULT_ROUTES } from "@/lib/model/tracked";

export const metadata: Metadata = { title: "Sign in" };

export default async function LoginPage({ searchParams }: PageProps<"/login">) {
  const { callbackUrl } = await searchParams;
  const next = safePath([callbackUrl].flat()[0]);
  // With the database away one may still try, and is told; it must not take the form with it.
  const caller = await findPageCaller(await headers()).catch(() => null);
  if (caller) redirect(next);
  return <SignInView origin={await findDataOrigin()} next={next} routes={DEFAULT_ROUTES} />;
}
