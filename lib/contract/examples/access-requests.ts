import { changePassword } from "../account";
import { listAudit } from "../audit";
import { createKey, getKey, listKeys, revokeKey } from "../keys";
import { createUser, getUser, listUsers, setUserPassword, updateUser } from "../users";
import { type Example, exampleOf } from "./example";
import { EXAMPLE_IDS } from "./example-ids";

/** Requests about who may do what. */
export const accessRequests: readonly Example[] = [
  exampleOf(listKeys, { query: { user_id: EXAMPLE_IDS.user, limit: 2 } }),
  exampleOf(getKey, { params: { id: EXAMPLE_IDS.key } }),
  exampleOf(createKey, { body: { name: "Notebook on delays", scopes: ["read"] } }),
  exampleOf(revokeKey, { params: { id: EXAMPLE_IDS.key } }),
  exampleOf(listUsers, { query: { role: "viewer", limit: 2 } }),
  exampleOf(getUser, { params: { id: EXAMPLE_IDS.user } }),
  exampleOf(createUser, {
    body: {
      email: "anna@example.org",
      name: "Anna",
      role: "viewer",
      password: "a sentence that only Anna knows",
    },
  }),
  exampleOf(updateUser, {
    params: { id: EXAMPLE_IDS.user },
    body: { name: "Bert", role: "operator", disabled: false },
  }),
  exampleOf(setUserPassword, {
    params: { id: EXAMPLE_IDS.user },
    body: { password: "a sentence that only Bert knows" },
  }),
  exampleOf(listAudit, { query: { limit: 1 } }),
  exampleOf(changePassword, {
    body: {
      current_password: "correct horse battery",
      new_password: "a sentence that only I know",
    },
  }),
];
