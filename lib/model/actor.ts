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

/** What a command does, whoever typed it: who has the machine has the database too. */
export const COMMAND_LINE: Actor = {
  userId: null,
  email: "command line",
  keyId: null,
  requestId: null,
  address: null,
};

/** What the product does by itself. */
export const SYSTEM: Actor = { ...COMMAND_LINE, email: "system" };
