import type { ServerResponse } from "node:http";
import type { Answer } from "./answer";
import type { FaultKind } from "./faults";
import { toLegacyNumbers } from "./legacy-numbers";
import { toJsonText } from "./to-json-text";
import { toXml } from "./to-xml";

type Message = { status: number; contentType: string; body: string };

const HTML = "<!DOCTYPE html><html><body><h1>We will be back soon</h1></body></html>\n";

/** The recorded server's own word for 500. */
const REASONS: Record<number, string> = { 500: "Server Error" };

function toMessage(answer: Answer, options: { json: boolean; legacyNumbers: boolean }): Message {
  if ("text" in answer) {
    return { status: answer.status, contentType: answer.contentType, body: answer.text };
  }
  const json = options.legacyNumbers ? toLegacyNumbers(answer.json) : answer.json;
  return options.json
    ? { status: answer.status, contentType: "application/json", body: toJsonText(json) }
    : { status: answer.status, contentType: "application/xml", body: toXml(json) };
}

function spoil(message: Message, fault: FaultKind | null): Message {
  if (fault === "html") return { status: 200, contentType: "text/html", body: HTML };
  if (fault !== "malformed") return message;
  return { ...message, body: message.body.slice(0, Math.floor((message.body.length * 2) / 3)) };
}

/** Writes the answer, or half of it and then nothing more (fault `cut`). */
export function sendAnswer(
  response: ServerResponse,
  answer: Answer,
  options: { json: boolean; legacyNumbers: boolean; fault: FaultKind | null },
): void {
  const message = spoil(toMessage(answer, options), options.fault);
  const body = Buffer.from(message.body);
  response.statusCode = message.status;
  const reason = REASONS[message.status];
  if (reason) response.statusMessage = reason;
  response.setHeader("content-type", message.contentType);
  response.setHeader("content-length", body.length);
  if (options.fault === "cut") {
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
  } else {
    response.end(body);
  }
}
