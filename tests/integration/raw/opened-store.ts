import type { PayloadStore } from "@/lib/raw/payload-store";

/** An empty store on a real server, with what a test must do behind its back. */
export type OpenedStore = {
  store: PayloadStore;
  /** Everything that is stored, as text. */
  dump(): Promise<string>;
  /** Replaces the stored form of a body; null removes it. */
  tamper(hash: string, packed: Buffer | null): Promise<void>;
  /** Makes the server unreachable, and reachable again. Null where a test must not. */
  outage: { begin(): Promise<void>; end(): Promise<void> } | null;
  /** How long the store may try before it says that the server is away. */
  patienceSeconds: number;
  /** What another process needs to open the same store. */
  environment: Record<string, string>;
  /** Whether the server asks a deletion's condition again when the document changed meanwhile. */
  checksWhileDeleting: boolean;
  close(): Promise<void>;
};
