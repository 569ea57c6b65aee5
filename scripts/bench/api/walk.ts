const ROWS = 1000;

/**
 * Walks the list of all flights by its cursor, as a reader of everything does, up to the last hundred rows or so. Returns
 * the cursor there and how many rows lie before it.
 */
export async function walk(url: string, until: number): Promise<{ cursor: string; depth: number }> {
  let cursor: string | null = null;
  for (let depth = 0; ; depth += ROWS) {
    if (cursor !== null && depth + ROWS > until) return { cursor, depth };
    const limit = Math.min(ROWS, Math.max(1, until - 200));
    const from = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const response = await fetch(`${url}/api/flights?sort=id&fields=id&limit=${limit}${from}`);
    await response.arrayBuffer();
    cursor = nextCursor(response.headers.get("link") ?? "");
    if (cursor === null) throw new Error(`The list of flights ended before row ${until}.`);
  }
}

function nextCursor(link: string): string | null {
  const [, path] = /<([^>]+)>; rel="next"/.exec(link) ?? [];
  return path ? new URL(path, "http://localhost").searchParams.get("cursor") : null;
}
