import { prisma } from "../prisma";
import { toUser, type User } from "./to-user";

/** The person with this id, or null. Throws `database_unavailable`. */
export async function findUserById(id: string): Promise<User | null> {
  const row = await prisma().user.findUnique({ where: { id } });
  return row && toUser(row);
}
