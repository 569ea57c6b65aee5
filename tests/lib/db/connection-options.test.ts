import { describe, expect, test } from "vitest";
import { connectionOptions } from "@/lib/db/connection-options";
import { toDatabaseError } from "@/lib/db/database-error";
import { AppError } from "@/lib/errors";

const rejected = (url: string): AppError => {
  try {
    connectionOptions(url);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error("an AppError was expected");
};

describe("connectionOptions", () => {
  test("reads every part of the address, percent signs undone", () => {
    expect(connectionOptions("mysql://an%40na:p%2Fw%3A@db.example:3307/flights%2D1")).toMatchObject(
      {
        host: "db.example",
        port: 3307,
        user: "an@na",
        password: "p/w:",
        database: "flights-1",
        allowPublicKeyRetrieval: true,
      },
    );
  });

  test("takes port 3306, the mariadb scheme and an IPv6 host", () => {
    expect(connectionOptions("mariadb://u@[::1]/d")).toMatchObject({
      host: "::1",
      port: 3306,
      password: "",
    });
  });

  test("reads socket and TLS, and does not ask for the public key over TLS", () => {
    expect(connectionOptions("mysql://u@h/d?socket=/run/my.sock")).toMatchObject({
      socketPath: "/run/my.sock",
    });
    expect(connectionOptions("mysql://u@h/d?ssl=true")).toMatchObject({
      ssl: { rejectUnauthorized: true },
    });
    expect(connectionOptions("mysql://u@h/d?ssl=true")).not.toHaveProperty(
      "allowPublicKeyRetrieval",
    );
    expect(connectionOptions("mysql://u@h/d?ssl=unchecked")).toMatchObject({
      ssl: { rejectUnauthorized: false },
    });
    expect(connectionOptions("mysql://u@h/d?ssl=false")).not.toHaveProperty("ssl");
  });

  test.each([
    ["postgres://u:topsecret@h/d", /not an address of the form mysql/],
    ["topsecret", /not an address of the form mysql/],
    ["mysql://u:topsecret@h", /names no database/],
    ["mysql://u:topsecret@h/", /names no database/],
    ["mysql://u:topsecret@h/d?sslmode=require", /not known: sslmode/],
    ["mysql://u:topsecret@h/d?ssl=maybe", /wrong ssl parameter/],
    ["mysql://u:top%secret@h/d", /percent sign/],
  ])("refuses %s with what to do and without the password", (url, message) => {
    const error = rejected(url);
    expect(error.code).toBe("database_unavailable");
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain("secret");
  });
});

describe("toDatabaseError", () => {
  const sqlError = (errno: number, code: string, more = {}) =>
    Object.assign(new Error(`${code} for user with password topsecret`), { errno, code, ...more });

  test.each([
    [sqlError(1045, "ER_ACCESS_DENIED_ERROR"), /user or password are wrong/],
    [sqlError(1049, "ER_BAD_DB_ERROR"), /does not exist/],
    [sqlError(-111, "ECONNREFUSED"), /ECONNREFUSED/],
    [sqlError(45028, "ER_GET_CONNECTION_TIMEOUT"), /could be had in time/],
    [
      { code: "P2039", meta: { driverAdapterError: { cause: { originalCode: "45028" } } } },
      /in time/,
    ],
    [
      sqlError(45028, "ER_GET_CONNECTION_TIMEOUT", { cause: sqlError(1045, "x") }),
      /user or password/,
    ],
    [sqlError(45009, "ER_UNKNOWN", { fatal: true }), /was lost/],
  ])("makes a connection failure database_unavailable: %s", (error, message) => {
    const made = toDatabaseError(error);
    expect(made).toMatchObject({
      code: "database_unavailable",
      message: expect.stringMatching(message),
      cause: error,
    });
    expect(String(made)).not.toContain("topsecret");
  });

  test("leaves all other errors as they are", () => {
    const duplicate = sqlError(1062, "ER_DUP_ENTRY");
    expect(toDatabaseError(duplicate)).toBe(duplicate);
    expect(toDatabaseError("text")).toBe("text");
    expect(toDatabaseError(null)).toBe(null);
  });
});
