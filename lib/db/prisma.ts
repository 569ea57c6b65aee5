import { PrismaMariaDb } from "@prisma/adapter-mariadb";
import type { Pool } from "mariadb";
import { toDatabaseError } from "./database-error";
import { PrismaClient } from "./generated/client";
import { pool } from "./pool";

type Connected = { through: Pool; client: ReturnType<typeof connect> };

const KEY = Symbol.for("dst-airlines.prisma");
// The framework loads its modules more than once in a process; only globalThis is shared by the copies.
const shared = globalThis as { [KEY]?: Connected };

function connect(through: Pool) {
  return new PrismaClient({ adapter: new PrismaMariaDb(through) }).$extends({
    query: {
      $allOperations: ({ args, query }) =>
        query(args).catch((error: unknown) => {
          throw toDatabaseError(error);
        }),
    },
  });
}

/**
 * Prisma's client of this process. It works through our pool, so that one limit holds for all connections and `closePool`
 * closes all of them. Its calls throw `database_unavailable` when there is no connection.
 */
export function prisma(): Connected["client"] {
  const through = pool();
  if (shared[KEY]?.through !== through) shared[KEY] = { through, client: connect(through) };
  return shared[KEY].client;
}
