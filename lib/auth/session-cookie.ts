const NAME = "next-auth.session-token";

/** The session cookie's name. Over https it has the prefix that only a secure page may set. */
export const cookieName = (secure: boolean) => (secure ? `__Secure-${NAME}` : NAME);

/**
 * The session token in a Cookie header, null without one. A long token comes in numbered parts
 * (`….0`, `….1`), as next-auth writes them.
 */
export function findSessionCookie(header: string | null, secure: boolean): string | null {
  const cookies = new Map(
    (header ?? "").split(";").map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
    }),
  );
  const name = cookieName(secure);
  const whole = cookies.get(name);
  if (whole) return whole;
  const parts: string[] = [];
  for (let part = cookies.get(`${name}.0`); part; part = cookies.get(`${name}.${parts.length}`)) {
    parts.push(part);
  }
  return parts.join("") || null;
}
