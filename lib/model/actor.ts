/** Who changes something, for the audit log. A command line has no person, no request and no address. */
export type Actor = {
  userId: string | null;
  /** Of the person; `command line` or `system` where there is none. */
  email: string;
  /** The key that was used, null where the person was signed in. */
  keyId: string | null;
  requestId: string | null;
  address: string | null;
};
