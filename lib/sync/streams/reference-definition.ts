import type { ReferenceStream } from "@/lib/model/stream";
import type { ListInput, NormalizedList } from "@/lib/normalize/normalize-list";

/** All in which one stream of reference data differs from another. */
export type ReferenceDefinition<Rec> = {
  name: ReferenceStream;
  normalize(input: ListInput): NormalizedList<Rec>;
};
