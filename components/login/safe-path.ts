const HERE = "http://here.invalid";

/** The path to go to after signing in: what was asked for when that is a page of ours, else the overview. */
export function safePath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith("/") || !URL.canParse(wanted, HERE)) return "/";
  const url = new URL(wanted, HERE);
  // The browser's own reading decides: "//evil", "/\evil" and "/<tab>/evil" all lead to another host.
  if (url.origin !== HERE || url.pathname === "/login") return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The sign-in page that leads back to `path`. */
export const signInHref = (path: string): string =>
  path === "/" ? "/login" : `/login?callbackUrl=${encodeURIComponent(path)}`;
