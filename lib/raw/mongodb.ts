import { Binary, type Collection, type Db, MongoServerError } from "mongodb";
import { z } from "zod";
import { KeptAnswer, toKeptAnswer } from "./kept-answer";
import { type MongoConnection, mongoConnection } from "./mongo-connection";
import type { AnswerDocument, BodyDocument } from "./mongo-documents";
import { sweepMongoBodies } from "./mongo-sweep";
import { damagedBody, packBody } from "./pack-body";
import type { PayloadStats, PayloadStore, StoredPayload } from "./payload-store";
import { toStoredPayload } from "./to-stored-payload";
import { within } from "./within";

const StoredAnswer = KeptAnswer.omit({ id: true }).extend({ _id: z.string(), hash: z.string() });
const PING_MS = 3_000;

type Opened = {
  connection: MongoConnection;
  db: Db;
  bodies: Collection<BodyDocument>;
  answers: Collection<AnswerDocument>;
};

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
    find: (id) => reach(() => findStored(opened, id)),
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

type Packed = Awaited<ReturnType<typeof packBody>>;

/** A body that is there already is not sent again: it only becomes young, so that no sweep takes it. */
async function keepBody({ bodies }: Opened, { hash, bytes, packed }: Packed): Promise<void> {
  const touch = { $currentDate: { savedAt: true } } as const;
  const touched = await bodies.updateOne({ _id: hash }, touch);
  if (touched.matchedCount > 0) return;
  const body = new Binary(packed);
  const insert = { ...touch, $setOnInsert: { bytes, storedBytes: packed.length, body } };
  await bodies
    .updateOne({ _id: hash }, insert, { upsert: true })
    // Another saver of the same body was first.
    .catch((error) => (isDuplicate(error) ? bodies.updateOne({ _id: hash }, touch) : fail(error)));
}

async function keepAnswer({ answers }: Opened, kept: KeptAnswer, body: Packed): Promise<void> {
  const { id, ...rest } = kept;
  await answers
    .insertOne({ _id: id, ...rest, hash: body.hash, bytes: body.bytes })
    // Saved before: an id names one answer for ever.
    .catch((error) => (isDuplicate(error) ? undefined : fail(error)));
}

async function findStored(opened: Opened, id: string): Promise<StoredPayload | null> {
  const found = await opened.answers.findOne({ _id: id });
  if (!found) return null;
  const { _id, hash, ...rest } = StoredAnswer.parse(found);
  const body = await opened.bodies.findOne({ _id: hash });
  if (body) return toStoredPayload({ id: _id, ...rest }, hash, body.body.value());
  // Removed and swept between the two reads, or damaged.
  if (!(await opened.answers.findOne({ _id: id }))) return null;
  throw damagedBody(hash, "it is missing");
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

const isDuplicate = (error: unknown) => error instanceof MongoServerError && error.code === 11000;

function fail(error: unknown): never {
  throw error;
}
