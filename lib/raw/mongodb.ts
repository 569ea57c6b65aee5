import type { Db } from "mongodb";
import { toKeptAnswer } from "./kept-answer";
import { type MongoConnection, mongoConnection } from "./mongo-connection";
import type { Collections } from "./mongo-documents";
import { findMongoPayload, findMongoPayloads } from "./mongo-find";
import { keepAnswer, keepAnswers, keepBodies, keepBody } from "./mongo-keep";
import { sweepMongoBodies } from "./mongo-sweep";
import { packBody } from "./pack-body";
import type { PayloadStats, PayloadStore } from "./payload-store";
import { within } from "./within";

const PING_MS = 3_000;

type Opened = Collections & { connection: MongoConnection; db: Db };

/**
 * Opens the raw store in MongoDB: the database that `uri` names, else `dst_airlines`. Uses no transactions, TTL or
 * partial indexes, so that every server that speaks the protocol will do. Throws `database_unavailable` within a few
 * seconds when the server cannot be reached, here and in every function of the store.
 */
export async function openMongoPayloadStore(uri: string): Promise<PayloadStore> {
  const connection = mongoConnection(uri);
  const { client, reach } = connection;
  const db = client.db(connection.database);
  const opened: Opened = {
    connection,
    db,
    bodies: db.collection("payload_bodies"),
    answers: db.collection("payload_answers"),
  };
  try {
    await reach(() => prepare(opened));
  } catch (error) {
    await client.close();
    throw error;
  }
  return {
    kind: "mongodb",
    save: async (entry) => {
      const kept = toKeptAnswer(entry);
      const body = await packBody(entry.answer.body);
      await reach(() => keepBody(opened, body));
      await reach(() => keepAnswer(opened, kept, body));
      return { hash: body.hash, bytes: body.bytes };
    },
    saveMany: async (entries) => {
      const kept = await Promise.all(
        entries.map(async (entry) => ({
          answer: toKeptAnswer(entry),
          body: await packBody(entry.answer.body),
        })),
      );
      await reach(() =>
        keepBodies(
          opened,
          kept.map(({ body }) => body),
        ),
      );
      await reach(() => keepAnswers(opened, kept));
    },
    find: (id) => reach(() => findMongoPayload(opened, id)),
    findMany: (ids) => reach(() => findMongoPayloads(opened, ids)),
    listIds: (after, limit) => reach(() => listIds(opened, after, limit)),
    remove: (ids) =>
      reach(async () => (await opened.answers.deleteMany({ _id: { $in: [...ids] } })).deletedCount),
    sweep: (before) => reach(() => sweepMongoBodies(opened.bodies, opened.answers, before)),
    stats: () => reach(() => readStats(opened)),
    ping: async () => {
      const silent = "The raw store (MongoDB) does not answer. See that it runs, then try again.";
      await reach(() => within(PING_MS, db.command({ ping: 1 }), silent));
    },
    close: () => client.close(),
  };
}

/** The second index serves the sweep, and lets the sums be read without a body being touched. */
async function prepare({ connection, bodies, answers }: Opened): Promise<void> {
  await connection.client.connect();
  await answers.createIndex({ hash: 1 });
  await bodies.createIndex({ savedAt: 1, bytes: 1, storedBytes: 1 });
}

async function listIds({ answers }: Opened, after: string | null, limit: number) {
  const found = await answers
    .find(after === null ? {} : { _id: { $gt: after } }, { projection: { _id: 1 } })
    .sort({ _id: 1 })
    .limit(limit)
    .toArray();
  return found.map(({ _id }) => _id);
}

async function readStats({ bodies, answers }: Opened): Promise<PayloadStats> {
  // One sum a question: a server of the tests gives nought for the second of two.
  const sum = async (field: "bytes" | "storedBytes") => {
    const [row] = await bodies
      .aggregate<{ total: number }>([
        // Always so, and lets the index answer alone.
        { $match: { savedAt: { $gte: new Date(0) } } },
        { $group: { _id: null, total: { $sum: `$${field}` } } },
      ])
      .toArray();
    return row?.total ?? 0;
  };
  return {
    answers: await answers.countDocuments({}),
    bodies: await bodies.countDocuments({}),
    bytes: await sum("bytes"),
    storedBytes: await sum("storedBytes"),
  };
}
