import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { signInHref } from "@/components/login/safe-path";
import { RunView } from "@/components/sync/run-view";
import { findPageCaller } from "@/lib/auth/caller";
import { getRun } from "@/lib/db/runs/get-run";
import { AppError } from "@/lib/errors";
import { mayActAs } from "@/lib/model/roles";

export const metadata: Metadata = { title: "Run" };

export default async function RunPage({ params }: PageProps<"/sync/runs/[id]">) {
  const { id } = await params;
  const caller = await findPageCaller(await headers());
  if (!caller) redirect(signInHref(`/sync/runs/${id}`));
  const run = await getRun(id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  });
  return <RunView run={run} mayCancel={mayActAs(caller.role, "operator")} />;
}
