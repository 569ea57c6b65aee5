import type { Connection } from "mariadb";
import type { Reference } from "@/lib/errors";
import type { Actor } from "@/lib/model/actor";
import type { Precondition } from "@/lib/model/precondition";
import type { Saying } from "../upsert/edit-row";
import type { Entity } from "../upsert/entity";
import type { RowContent } from "../upsert/source-view";

/** One kind of reference data that people change. */
export type EditedKind<Rec, Shown> = {
  entity: Entity<Rec>;
  /** As its path says it. */
  resource: "airports" | "airlines";
  /** As a sentence says it. */
  noun: "airport" | "airline";
  /** One row as it is shown, null where there is none. */
  find: (code: string, connection: Connection) => Promise<Shown | null>;
  /** What refers to a row; only what does so at all. */
  findReferences: (code: string, connection: Connection) => Promise<Reference[]>;
};

/** What a person says of the row of this code. `check` throws for what cannot be, once the whole row is known. */
export type ReferenceEdit = {
  code: string;
  sayings: readonly Saying[];
  check?: (content: RowContent, connection: Connection) => Promise<void>;
};

/** Who changes a row, and which version of it they saw; null where they do not mind. */
export type ReferenceChange = { actor: Actor; precondition: Precondition };
