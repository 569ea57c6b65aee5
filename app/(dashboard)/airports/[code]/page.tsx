import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { AirportView } from "@/components/airports/airport-view";
import { signInHref } from "@/components/login/safe-path";
import { findPageCaller } from "@/lib/auth/caller";
import { AirportCode } from "@/lib/contract/codes";
import { referToAirport } from "@/lib/db/airports/refer-to-airport";
import { DEFAULT_AIRPORTS } from "@/lib/model/tracked";

type Props = PageProps<"/airports/[code]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).code.toUpperCase() };
}

export default async function AirportPage({ params }: Props) {
  const { success, data: code } = AirportCode.safeParse((await params).code);
  if (!success) notFound();
  if (!(await findPageCaller(await headers()))) redirect(signInHref(`/airports/${code}`));
  const airport = await referToAirport(code);
  if (!airport) notFound();
  return <AirportView airport={airport} tracked={DEFAULT_AIRPORTS.includes(code)} />;
}
