import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { askThing, postThing, problemOf } from "@/tests/fakes/thing-endpoints";

describe("bad input is a problem that names the field", () => {
  it.each([
    ["?limit=0", "query.limit", "must be at least 1"],
    ["?limit=100000", "query.limit", "must be at most 1000"],
    ["?limit=abc", "query.limit", "must be a number"],
    ["?limit=1.5", "query.limit", "must be a whole number"],
    ["?skip=-1", "query.skip", "must be at least 0"],
    ["?skip=99999", "query.skip", "must be at most 10000"],
    ["?skip=99999999999999999999", "query.skip", "must be at most 10000"],
    ["?kind=huge", "query.kind", "must be one of big, small"],
    ["?colour=red", "query.colour", "is not a parameter here"],
    ["?__proto__=x", "query.__proto__", "is not a parameter here"],
    ["?limit=1&limit=2", "query.limit", "was given 2 times"],
    ["?kind=", "query.kind", "is empty"],
  ])("%s", async (search, name, reason) => {
    let ran = false;
    const response = await askThing(search, {
      handler: () => {
        ran = true;
        return { code: "FRA" };
      },
    });
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ status: 400, code: "validation_failed" });
    expect(problem.names).toEqual([name]);
    expect(problem.invalid_params?.[0]?.reason).toContain(reason);
    expect(ran).toBe(false);
  });

  it("a code that cannot be one", async () => {
    const problem = await problemOf(await askThing("", { code: "FRANKFURT" }));
    expect(problem).toMatchObject({ status: 400, names: ["path.code"] });
  });

  it("a code that is not here", async () => {
    const handler = () => {
      throw new AppError("not_found", "There is no thing ZZZ.");
    };
    const problem = await problemOf(await askThing("", { code: "ZZZ", handler }));
    expect(problem).toMatchObject({ status: 404, code: "not_found", names: ["path.code"] });
  });

  it.each([
    ["broken JSON", '{"name":', "body", 400],
    ["no body", null, "body", 400],
    ["a list", "[]", "body", 400],
    ["a string where a number goes", '{"name":"ab","size":"1"}', "body.size", 400],
    ["a field missing", '{"name":"ab"}', "body.size", 400],
    ["a field too many", '{"name":"ab","size":1,"colour":"red"}', "body.colour", 400],
    ["over 1 MB", JSON.stringify({ name: "x".repeat(1024 * 1024), size: 1 }), "body", 413],
    ["bytes that are no text", new Uint8Array([0x22, 0xff, 0x22]), "body", 400],
  ])("a body: %s", async (_, body, name, status) => {
    const { response, saved } = await postThing(body as BodyInit | null);
    const problem = await problemOf(response);
    expect(problem.status).toBe(status);
    expect(problem.names).toEqual([name]);
    expect(saved).toEqual([]);
  });

  it("a body that is not JSON by its own word", async () => {
    const { response } = await postThing("name=ab", {
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(await problemOf(response)).toMatchObject({ status: 415, names: ["body"] });
  });

  it("a body without a length that never ends is cut off at the limit", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    const { response } = await postThing(endless);
    expect(await problemOf(response)).toMatchObject({ status: 413 });
    expect(sent).toBeLessThan(2 * 1024 * 1024);
  });
});
