import { exportFlights } from "@/lib/contract/exports";
import { streamFlights } from "@/lib/db/flights/stream-flights";
import { exportFile } from "@/lib/export/export-file";
import { FLIGHT_COLUMNS } from "@/lib/export/flight-columns";
import { findDataOrigin } from "@/lib/http/data-origin";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(exportFlights, async ({ query, call }) => {
    const { format, fields, header, ...filter } = query;
    return exportFile({
      content: "flights",
      columns: FLIGHT_COLUMNS,
      filter,
      options: { format, fields, header },
      read: (signal) => streamFlights(filter, signal),
      origin: await findDataOrigin(),
      signal: call.signal,
      now: new Date(),
    });
  }),
});
