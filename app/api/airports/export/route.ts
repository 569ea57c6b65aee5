import { exportAirports } from "@/lib/contract/exports";
import { streamAirports } from "@/lib/db/airports/stream-airports";
import { AIRPORT_COLUMNS } from "@/lib/export/airport-columns";
import { exportFile } from "@/lib/export/export-file";
import { findDataOrigin } from "@/lib/http/data-origin";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(exportAirports, async ({ query, call }) => {
    const { format, fields, header, ...filter } = query;
    return exportFile({
      content: "airports",
      columns: AIRPORT_COLUMNS,
      filter,
      options: { format, fields, header },
      read: (signal) => streamAirports(filter, signal),
      origin: await findDataOrigin(),
      signal: call.signal,
      now: new Date(),
    });
  }),
});
