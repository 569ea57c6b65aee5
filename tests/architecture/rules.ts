/** Who may not import what. Each `rule` is a sentence of ARCHITECTURE.md; `offence` is an import that it must catch. */
export type Rule = {
  rule: string;
  from: RegExp;
  never: RegExp;
  offence: [from: string, to: string];
};

export const RULES: readonly Rule[] = [
  {
    rule: "lib never imports the code that uses it",
    from: /^lib\//,
    never: /^(app|components|inngest|scripts|sandbox|tests)\//,
    offence: ["lib/db/pool.ts", "inngest/wiring"],
  },
  {
    rule: "lib knows no framework: no Next, React or Inngest (lib/auth knows next-auth)",
    from: /^lib\//,
    never: /^(next|react|react-dom|inngest|@mantine|@tanstack)(\/|$)/,
    offence: ["lib/http/serve.ts", "next/server"],
  },
  {
    rule: "next-auth stays in lib/auth, its route and the browser's sign-in",
    from: /^(?!lib\/auth\/|app\/api\/auth\/|components\/)/,
    never: /^next-auth(\/|$)/,
    offence: ["lib/db/users/find-user.ts", "next-auth/jwt"],
  },
  {
    rule: "the contract is a leaf that browser and server share: zod, errors and our words only",
    from: /^lib\/contract\//,
    never: /^(?!zod$|lib\/contract\/|lib\/errors$|lib\/model\/)/,
    offence: ["lib/contract/airports.ts", "lib/env"],
  },
  {
    rule: "model, normalize, merge and quality are pure: no database, no network, no clock, no environment",
    from: /^lib\/(model|normalize|merge|quality)\//,
    never:
      /^(lib\/(db|raw|http|auth|sync|env|log|lufthansa\/(?!(flight-)?responses$|endpoints$))|node:|mongodb$|mariadb$|@prisma\/|pino$)/,
    offence: ["lib/normalize/airports.ts", "lib/lufthansa/client"],
  },
  {
    rule: "the sync engine sees the world only through its ports",
    from: /^lib\/sync\//,
    never:
      /^(lib\/(?!sync\/|model\/|normalize\/|errors$|lufthansa\/((flight-)?responses|endpoints)$)|node:|mongodb$|mariadb$)/,
    offence: ["lib/sync/run-stream.ts", "lib/db/pool"],
  },
  {
    rule: "Prisma and SQL stay in lib/db",
    from: /^(?!lib\/db\/)/,
    never: /^(@prisma\/|mariadb$|lib\/db\/generated)/,
    offence: ["lib/http/serve.ts", "mariadb"],
  },
  {
    rule: "the MongoDB driver stays in lib/raw",
    from: /^(?!lib\/raw\/)/,
    never: /^mongodb$/,
    offence: ["lib/db/payloads/save.ts", "mongodb"],
  },
  {
    rule: "components know the contract, our words and format, never where data comes from",
    from: /^components\//,
    never: /^(app\/|inngest\/|scripts\/|sandbox\/|lib\/(?!contract\/|model\/|format$|errors$))/,
    offence: ["components/airports/table.tsx", "lib/db/airports/find-airports"],
  },
  {
    rule: "a hook is the only way a component fetches",
    from: /^components\/(?!hooks\/)/,
    never: /^(@tanstack\/react-query$|lib\/contract\/call-api$|components\/hooks\/call)/,
    offence: ["components/sync/runs.tsx", "lib/contract/call-api"],
  },
  {
    rule: "the sandbox shares nothing with lib: two readings of the same documents check each other",
    from: /^sandbox\//,
    never: /^(lib|app|inngest|components|scripts)\//,
    offence: ["sandbox/start-sandbox.ts", "lib/lufthansa/endpoints"],
  },
  {
    rule: "Inngest stays in inngest/ and its one route",
    from: /^(?!inngest\/|app\/api\/inngest\/)/,
    never: /^inngest(\/(next|components|types))?$/,
    offence: ["scripts/sync.ts", "inngest"],
  },
];
