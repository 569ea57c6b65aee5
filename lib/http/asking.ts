/** The headers of a request, as far as they are only read. */
export type AskedHeaders = Pick<Headers, "get" | "has">;

/** What serving needs to know of a request: a Request is one, and so is what the front door makes of Node's. */
export type Asking = Pick<Request, "method" | "url" | "signal" | "body"> & {
  headers: AskedHeaders;
};
