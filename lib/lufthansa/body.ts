export type JsonBody =
  | { kind: "json"; json: unknown }
  | { kind: "malformed_json" | "not_json"; detail: string };

/** The text of a body in the charset that its content type names, else UTF-8. A byte order mark is left out. */
export function bodyText(body: Uint8Array, contentType: string | undefined): string {
  const charset = /charset="?([\w-]+)/i.exec(contentType ?? "")?.[1] ?? "utf-8";
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

/** Reads a body as JSON, whatever its content type claims; says whether it is broken JSON or something else. */
export function readJsonBody(body: Uint8Array, contentType: string | undefined): JsonBody {
  const text = bodyText(body, contentType);
  try {
    return { kind: "json", json: JSON.parse(text) };
  } catch {
    const looksLikeJson = /^\s*[[{"]/.test(text);
    if (looksLikeJson) return { kind: "malformed_json", detail: `${body.length} bytes` };
    return { kind: "not_json", detail: excerpt(text) };
  }
}

/** The beginning of a text without markup, for a message. */
export function excerpt(text: string): string {
  const plain = text
    .slice(0, 4000)
    .replace(/<(style|script)[^>]*>.*?<\/\1>/gis, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (!plain) return text ? "no readable text" : "an empty body";
  return plain.length > 120 ? `${plain.slice(0, 119)}…` : plain;
}
