/** A body for reading: JSON indented, anything else as it is. */
export function prettyBody(body: string): { text: string; kind: "JSON" | "text" } {
  try {
    return { text: JSON.stringify(JSON.parse(body), null, 2), kind: "JSON" };
  } catch {
    return { text: body, kind: "text" };
  }
}
