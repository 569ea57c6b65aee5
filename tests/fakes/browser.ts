import type { Route } from "@/lib/http/serve-with";
import { cookieJar } from "./cookie-jar";

type AuthRoute = (
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
) => Promise<Response>;

/** Someone at a browser: calls routes as Next would, keeps cookies, signs in. */
export function browser(
  auth: { GET: AuthRoute; POST: AuthRoute },
  origin = "http://127.0.0.1:4321",
) {
  const jar = cookieJar();
  const { host, protocol } = new URL(origin);
  const headers = (more: Record<string, string> = {}) => ({
    cookie: jar.header(),
    host,
    "x-forwarded-host": host,
    "x-forwarded-proto": protocol.slice(0, -1),
    ...more,
  });
  const authCall = async (action: string, form?: Record<string, string>, more = {}) => {
    const method = form ? "POST" : "GET";
    const request = new Request(`http://localhost/api/auth/${action}`, {
      method,
      headers: headers(more),
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    return jar.take(await auth[method](request, context({ nextauth: action.split("/") })));
  };
  return {
    jar,
    auth: authCall,
    async signIn(email: string, password: string, more: Record<string, string> = {}) {
      const { csrfToken } = await (await authCall("csrf")).json();
      const form = { csrfToken, email, password, json: "true" };
      return authCall("callback/credentials", form, more);
    },
    call: (
      route: Route,
      path: string,
      init: RequestInit & { params?: Record<string, string> } = {},
    ) =>
      route(
        new Request(`http://localhost${path}`, {
          ...init,
          headers: headers(Object.fromEntries(new Headers(init.headers))),
        }),
        context(init.params ?? {}),
      ),
  };
}

const context = <P>(params: P) => ({ params: Promise.resolve(params) });
