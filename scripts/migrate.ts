import { checkSchema, type Difference } from "@/lib/db/migrate/check-schema";
import { deployMigrations } from "@/lib/db/migrate/deploy";
import { resolveMigration } from "@/lib/db/migrate/resolve";
import { migrationStatus } from "@/lib/db/migrate/status";
import { command } from "./command";
import { withDatabases } from "./databases/with-databases";

const USAGE = `usage: npm run db:migrate [-- deploy | status | check | resolve --applied NAME | resolve --rolled-back NAME]`;

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function deploy(): Promise<void> {
  const applied = await deployMigrations({ log: say });
  say(applied.length > 0 ? `${applied.length} applied` : "nothing to apply");
}

async function status(): Promise<void> {
  const { onDisk, pending, failed, edited, missing, upToDate } = await migrationStatus();
  say(`${onDisk} on disk, ${pending.length} not applied yet`);
  for (const { name } of pending) say(`  not applied: ${name}`);
  for (const { name, logs } of failed) say(`  failed:      ${name}: ${logs ?? "interrupted"}`);
  for (const name of edited) say(`  edited after it was applied: ${name}`);
  for (const name of missing) say(`  applied and not on disk: ${name}`);
  if (!upToDate) process.exitCode = 1;
}

async function check(): Promise<void> {
  const { schema, live } = await checkSchema();
  tell("schema.prisma", schema);
  tell("the database", live);
  if (schema.length + live.length > 0) process.exitCode = 1;
  else say("schema.prisma, migrations and database agree");
}

function tell(other: string, differences: readonly Difference[]): void {
  for (const difference of differences) {
    say(`${other} differs from the migrations in ${difference.what}`);
    say(
      `  migrations: ${difference.migrations ?? "none"}\n  ${other}: ${difference.other ?? "none"}`,
    );
  }
}

async function resolve([how, name]: string[]): Promise<void> {
  const as = how === "--applied" ? "applied" : how === "--rolled-back" ? "rolled_back" : null;
  if (!as || !name) throw new Error(USAGE);
  await resolveMigration({ name, as });
  say(`${name} is now ${as === "applied" ? "applied" : "rolled back"}`);
}

await command(async () => {
  const words = process.argv.slice(2);
  // `npm run db:migrate` says deploy itself; a word that somebody adds to it counts instead.
  const [word = "deploy", ...rest] =
    words.length > 1 && words[0] === "deploy" ? words.slice(1) : words;
  const work = { deploy, status, check, resolve: () => resolve(rest) }[word];
  if (!work || (word !== "resolve" && rest.length > 0)) throw new Error(USAGE);
  await withDatabases(work);
});
