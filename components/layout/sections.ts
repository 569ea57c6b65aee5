import { IconBuildingAirport, IconLayoutDashboard, IconRefresh } from "@tabler/icons-react";

/** The pages one can go to, in the order of the navigation. */
export const SECTIONS = [
  { href: "/", name: "Overview", Icon: IconLayoutDashboard },
  { href: "/airports", name: "Airports", Icon: IconBuildingAirport },
  { href: "/sync", name: "Data Sync", Icon: IconRefresh },
] as const;

/** Whether `pathname` lies in the section at `href`; everything lies below `/`, so that is compared whole. */
export const isInSection = (pathname: string, href: string): boolean =>
  href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
