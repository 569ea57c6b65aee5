import type { Example } from "@/lib/contract/examples/example";
import { EXAMPLE_DAY } from "@/lib/contract/examples/example-day";
import type { Operation, Parameter } from "./openapi-document";

/** What an answer was, as it is written into the documentation. */
type ExampleReply = { status: number; type?: string; body?: unknown };
type Replies = Readonly<Partial<Record<string, ExampleReply>>>;

/** Writes the example of an operation into it: what is sent, and what was answered. */
export function addExamples(
  operation: Operation,
  requests: readonly Example[],
  replies: Replies,
): void {
  const request = requests.find(({ endpoint }) => endpoint.id === operation.operationId);
  for (const parameter of operation.parameters ?? []) addToParameter(parameter, request);
  const body = operation.requestBody?.content["application/json"];
  if (body && request?.body) body.example = request.body;
  const reply = replies[operation.operationId];
  const content = operation.responses[`${reply?.status}`]?.content?.[reply?.type ?? ""];
  if (content) content.example = reply?.body;
}

/**
 * A parameter has an example only where the example of its operation has it: the page sends whatever has one, and all
 * filters together find nothing. Else its description says what a value looks like.
 */
function addToParameter(parameter: Parameter, request: Example | undefined): void {
  if (parameter.in === "header") return;
  const given = (parameter.in === "path" ? request?.params : request?.query)?.[parameter.name];
  const looksLike = parameter.schema.example;
  delete parameter.schema.example;
  if (given !== undefined) parameter.example = given;
  else if (looksLike !== undefined) {
    const hint = `for example \`${String(looksLike)}\``;
    parameter.description = [parameter.description, hint].filter(Boolean).join("; ");
  }
}

/** The same examples as of another day: what asks the source is answered for a few days around now only. */
export const onDay = (examples: readonly Example[], day: string): Example[] =>
  examples.map(({ endpoint, ...input }) => ({
    endpoint,
    // The same texts with another day in them.
    ...(JSON.parse(JSON.stringify(input).replaceAll(EXAMPLE_DAY, day)) as Omit<
      Example,
      "endpoint"
    >),
  }));
