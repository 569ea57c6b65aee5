export const ORIGIN_KINDS = ["sandbox", "replay", "import", "lufthansa"] as const;
export type OriginKind = (typeof ORIGIN_KINDS)[number];

/**
 * Where all data of one database comes from; a database has one. `id` is what is compared: `sandbox`, `replay`,
 * `import`, or `lufthansa:<first 16 hex digits of the client id's sha-256>`.
 */
export type DataOrigin = { kind: OriginKind; id: string };
