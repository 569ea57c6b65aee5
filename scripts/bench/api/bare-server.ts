import Fastify from "fastify";
import { dataVersion } from "@/lib/db/data-version";
import { FLIGHT_COLUMNS } from "@/lib/db/flights/flight-row";
import { pool } from "@/lib/db/pool";
import { Recent } from "@/lib/http/recent";
import { ReplyCache } from "@/lib/http/reply-cache";
import { type BareRow, bareFlight } from "./bare-flight";

/**
 * What the API is measured against: Fastify and the driver, with the statements that the API runs for a list of flights by
 * airport and day, and nothing else. `/kept/…` has the API's own cache in front.
 */
const server = Fastify();
const version = new Recent(dataVersion, 250);
const kept = new ReplyCache(64 * 1024 * 1024);

type Asked = { departure_airport: string; flight_date: string; limit: string };

server.get<{ Querystring: Asked }>("/api/flights", ({ query }) => listFlights(query));

server.get<{ Querystring: Asked }>("/kept/api/flights", async ({ query, url }, reply) => {
  const found = await kept.get(`${await version.get()} ${url}`, async () => ({
    status: 200,
    headers: {},
    body: Buffer.from(JSON.stringify(await listFlights(query))),
  }));
  return reply.type("application/json").send(found.body);
});

async function listFlights({ departure_airport, flight_date, limit }: Asked) {
  const where = "f.origin = ? AND f.flight_date = ?";
  const asked = [departure_airport, flight_date];
  const [rows] = await Promise.all([
    pool().query<BareRow[]>(
      `SELECT ${FLIGHT_COLUMNS} FROM flights f WHERE ${where}
       ORDER BY f.flight_date, f.departs_at, f.id LIMIT ? OFFSET 0`,
      [...asked, Number(limit) + 1],
    ),
    pool().query(`SELECT COUNT(*) AS total FROM flights f WHERE ${where}`, asked),
  ]);
  const page = rows.slice(0, Number(limit));
  if (page.length === 0) return [];
  const sold = await pool().query<BareRow[]>(
    `SELECT flight_id, carrier, number, number_text, suffix FROM flight_codeshares
     WHERE flight_id IN (${page.map(() => "?").join(", ")}) ORDER BY flight_id, carrier, number, suffix`,
    page.map(({ id }) => id),
  );
  const byFlight = new Map<unknown, BareRow[]>();
  for (const one of sold) {
    const known = byFlight.get(one.flight_id);
    if (known) known.push(one);
    else byFlight.set(one.flight_id, [one]);
  }
  return page.map((row) => bareFlight(row, byFlight.get(row.id) ?? []));
}

await server.listen({ host: "127.0.0.1", port: 0 });
const address = server.server.address();
process.stdout.write(`listening ${typeof address === "object" ? address?.port : ""}\n`);
