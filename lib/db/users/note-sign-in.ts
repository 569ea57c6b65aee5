import { prisma } from "../prisma";

/** Remembers when a person last signed in. Does nothing when there is no such person any more. */
export async function noteSignIn(userId: string, now = new Date()): Promise<void> {
  await prisma().user.updateMany({ where: { id: userId }, data: { lastSignInAt: now } });
}
