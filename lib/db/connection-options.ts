import type { ConnectionConfig } from "mariadb";
import { AppError } from "@/lib/errors";

/**
 * The first statement of every session of ours, whatever the server's own defaults are. Without ONLY_FULL_GROUP_BY and
 * the strict modes MySQL answers wrong questions and cuts values that do not fit.
 *
 * It is no option of the driver: a connection that is lost during a statement that the driver itself sends at the start
 * ends the whole process with an unhandled rejection (mariadb 3.4.5).
 */
export const SESSION_SQL =
  "SET time_zone = '+00:00', sql_mode = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'";

const KNOWN_PARAMETERS = ["socket", "ssl"];

/**
 * Reads a `mysql://user:password@host:port/database` address into the driver's options, for the pool, Prisma and
 * migrations alike. `?socket=` connects through a Unix socket; `?ssl=true` asks for TLS with a checked certificate,
 * `?ssl=unchecked` for TLS without. Each connection must begin with SESSION_SQL. Throws an AppError `database_unavailable` that never shows the password.
 */
export function connectionOptions(url: string): ConnectionConfig {
  const address = parseAddress(url);
  const ssl = readSsl(address.searchParams.get("ssl"));
  const socket = address.searchParams.get("socket");
  return {
    host: address.hostname.replace(/^\[|\]$/g, ""),
    port: Number(address.port || 3306),
    user: decodeURIComponent(address.username),
    password: decodeURIComponent(address.password),
    database: decodeURIComponent(address.pathname.slice(1)),
    ...(socket ? { socketPath: socket } : {}),
    // MySQL 8 sends its public key only when asked; over TLS or a socket the password needs none.
    ...(ssl === false ? { allowPublicKeyRetrieval: true } : { ssl }),
    // The driver's Dates are in the zone of this machine, whatever its time zone option says: query() makes them of text.
    dateStrings: true,
    collation: "UTF8MB4_UNICODE_CI",
    insertIdAsNumber: true,
    bigIntAsNumber: true,
    decimalAsNumber: true,
    checkNumberRange: true,
    connectTimeout: 10_000,
    // Else an error carries the values of its statement, hashes of passwords and keys among them, into the log.
    logParam: false,
  };
}

function parseAddress(url: string): URL {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (!address || !["mysql:", "mariadb:"].includes(address.protocol)) {
    throw wrongAddress("is not an address of the form mysql://user:password@host:3306/database");
  }
  if (!isDecodable(address)) {
    throw wrongAddress("has a percent sign that stands for nothing; write % as %25");
  }
  if (address.pathname.length < 2) throw wrongAddress("names no database after the host");
  const unknown = [...address.searchParams.keys()].filter((key) => !KNOWN_PARAMETERS.includes(key));
  if (unknown.length > 0) {
    throw wrongAddress(
      `has a parameter that is not known: ${unknown.join(", ")} (known: ${KNOWN_PARAMETERS.join(", ")})`,
    );
  }
  return address;
}

function isDecodable({ username, password, pathname }: URL): boolean {
  try {
    decodeURIComponent(username + password + pathname);
    return true;
  } catch {
    return false;
  }
}

function readSsl(value: string | null): false | { rejectUnauthorized: boolean } {
  if (value === null || value === "false") return false;
  if (value === "true") return { rejectUnauthorized: true };
  if (value === "unchecked") return { rejectUnauthorized: false };
  throw wrongAddress("has a wrong ssl parameter: write ssl=true, ssl=unchecked or ssl=false");
}

function wrongAddress(what: string): AppError {
  return new AppError("database_unavailable", `DATABASE_URL ${what}. Correct it and start again.`);
}
