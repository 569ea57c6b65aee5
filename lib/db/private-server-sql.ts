/** Every database of a private server begins with this, and its user may make others that do. */
export const PRIVATE_DATABASE = "dst_airlines";
export const PRIVATE_USER = "dst_airlines";

/**
 * What a private server runs before it lets anybody in: one statement a line. The password given here is the one that
 * counts from then on, and nobody signs in as root.
 */
export function privateServerSql(password: string): string {
  if (!/^[\w-]+$/.test(password))
    throw new Error("The password of a private server is made of word characters.");
  const user = `'${PRIVATE_USER}'@'127.0.0.1'`;
  return [
    `CREATE DATABASE IF NOT EXISTS \`${PRIVATE_DATABASE}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;`,
    `CREATE USER IF NOT EXISTS ${user} IDENTIFIED BY '${password}';`,
    `ALTER USER ${user} IDENTIFIED BY '${password}';`,
    `GRANT ALL PRIVILEGES ON \`${PRIVATE_DATABASE.replaceAll("_", "\\_")}%\`.* TO ${user};`,
    `DELETE FROM mysql.global_priv WHERE User NOT IN ('${PRIVATE_USER}', 'mariadb.sys');`,
    "FLUSH PRIVILEGES;",
    "",
  ].join("\n");
}
