/** What a route knows of itself beside its contract. */
export type ServeOptions = {
  /** It must answer when nothing else does: no database is asked for the sake of headers. */
  independent?: boolean;
  /** It costs nothing, and who restarts us by it must not take a busy neighbour's calls for our death. */
  unlimited?: boolean;
};
