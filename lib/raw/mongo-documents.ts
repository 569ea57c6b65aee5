import type { Binary, Collection } from "mongodb";
import type { KeptAnswer } from "./kept-answer";

/** A body as MongoDB keeps it. */
export type BodyDocument = {
  /** sha-256 of the body as sent, in hex. */
  _id: string;
  bytes: number;
  storedBytes: number;
  /** Compressed. */
  body: Binary;
  /** When the body was last saved, by the server's clock. */
  savedAt: Date;
};

/** An answer as MongoDB keeps it. `bytes` is for people who look into the database. */
export type AnswerDocument = Omit<KeptAnswer, "id"> & { _id: string; hash: string; bytes: number };

export type Collections = {
  bodies: Collection<BodyDocument>;
  answers: Collection<AnswerDocument>;
};
