import { isObject, type Json } from "./json";

const escapeXml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function element(name: string, value: Json): string {
  if (Array.isArray(value)) return value.map((entry) => element(name, entry)).join("");
  if (!isObject(value)) return `<${name}>${escapeXml(String(value ?? ""))}</${name}>`;
  const entries = Object.entries(value);
  const attributes = entries
    .filter(([key]) => key.startsWith("@"))
    .map(([key, text]) => ` ${key.slice(1)}="${escapeXml(String(text))}"`)
    .join("");
  const children = entries
    .filter(([key]) => !key.startsWith("@"))
    .map(([key, child]) => (key === "$" ? escapeXml(String(child)) : element(key, child)))
    .join("");
  return `<${name}${attributes}>${children}</${name}>`;
}

/** The answer that a client gets who does not ask for JSON: the XML that their JSON is made from. */
export function toXml(json: Json): string {
  const body = isObject(json)
    ? Object.entries(json).map(([name, value]) => element(name, value))
    : [];
  return `<?xml version="1.0" encoding="UTF-8"?>${body.join("")}`;
}
