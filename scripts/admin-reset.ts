import { deployMigrations } from "@/lib/db/migrate/deploy";
import { resetAdmin } from "@/lib/db/users/reset-admin";
import { command } from "./command";
import { withDatabases } from "./databases/with-databases";

/** `npm run admin:reset [-- EMAIL]`: a new password for the administrator, printed once and kept nowhere. */
await command(() =>
  withDatabases(async () => {
    await deployMigrations();
    const { email, password } = await resetAdmin(process.argv[2]);
    process.stdout.write(
      `sign in as ${email}\npassword   ${password}\n(shown once; sessions of before have ended)\n`,
    );
  }),
);
