/** The few methods of Node's response that next-auth calls, collected into a Response. */
export class ClassicResponse {
  readonly #origin: string;
  readonly #headers = new Map<string, string | string[]>();
  #status = 200;
  #body: string | null = null;

  /** `origin`: where the browser sees us; every redirect is to there. */
  constructor(origin: string) {
    this.#origin = origin;
  }

  status(status: number): this {
    this.#status = status;
    return this;
  }

  getHeader(name: string): string | string[] | undefined {
    return this.#headers.get(name.toLowerCase());
  }

  setHeader(name: string, value: string | string[]): this {
    this.#headers.set(name.toLowerCase(), value);
    return this;
  }

  json(value: Record<string, unknown>): void {
    const { url } = value;
    this.setHeader("content-type", "application/json");
    this.#body = JSON.stringify(
      typeof url === "string" ? { ...value, url: this.#here(url) } : value,
    );
  }

  send(body: unknown): void {
    if (typeof body === "string") this.#body = body;
    else if (body !== undefined) this.json(Object(body));
  }

  end(): void {
    this.#body = null;
  }

  toResponse(): Response {
    const headers = new Headers({ "cache-control": "private, no-store" });
    for (const [name, value] of this.#headers) {
      if (name === "location") headers.set(name, this.#here(String(value)));
      else if (Array.isArray(value)) for (const one of value) headers.append(name, one);
      else headers.set(name, value);
    }
    headers.set("x-content-type-options", "nosniff");
    return new Response(this.#body, { status: this.#status, headers });
  }

  /** next-auth takes itself to be at localhost:3000 unless NEXTAUTH_URL says otherwise: keep the path, not the host. */
  #here(address: string): string {
    const { pathname, search } = new URL(address, this.#origin);
    return `${this.#origin}${pathname}${search}`;
  }
}
