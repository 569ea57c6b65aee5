import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { signInHref } from "@/components/login/safe-path";
import { PayloadView } from "@/components/raw/payload-view";
import { findKeptPayload } from "@/inngest/find-kept-payload";
import { findPageCaller } from "@/lib/auth/caller";

export const metadata: Metadata = { title: "Raw answer" };

export default async function PayloadPage({ params }: PageProps<"/payloads/[id]">) {
  const { id } = await params;
  if (!(await findPageCaller(await headers()))) redirect(signInHref(`/payloads/${id}`));
  const payload = await findKeptPayload(id);
  if (!payload) notFound();
  return <PayloadView payload={payload} />;
}
