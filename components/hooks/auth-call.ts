/**
 * Posts a form to next-auth with the token that it asks for. Its own browser part is not used: that one leaves the page when
 * the server cannot be reached, and hides the status. Rejects when no server answers.
 */
export async function authCall(
  action: "callback/credentials" | "signout",
  fields: Record<string, string>,
): Promise<Response> {
  const asked = await fetch("/api/auth/csrf", { cache: "no-store" });
  if (!asked.ok) return asked;
  const { csrfToken } = (await asked.json()) as { csrfToken: string }; // next-auth's only reply here
  return fetch(`/api/auth/${action}`, {
    method: "POST",
    body: new URLSearchParams({ ...fields, csrfToken, json: "true" }),
  });
}
