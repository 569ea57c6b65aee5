import { Grid } from "@/components/layout/grid";
import { PageHead } from "@/components/layout/page-head";
import { FigureStrip } from "@/components/ui/figure-strip";
import type { Overview } from "@/lib/contract/overview";
import type { Page } from "@/lib/contract/paging";
import type { Run } from "@/lib/contract/sync";
import { formatCount, formatInstant } from "@/lib/format";
import { ContinentCard } from "./continent-card";
import { FirstRound } from "./first-round";
import { FreshnessCard } from "./freshness-card";
import { LastRunsCard } from "./last-runs-card";
import { TopCountriesCard } from "./top-countries-card";

export function OverviewView({ overview, runs }: { overview: Overview; runs: Page<Run> }) {
  const { totals } = overview;
  return (
    <>
      <PageHead title="Overview" sub={`What is stored, as of ${formatInstant(overview.as_of)}.`} />
      <Grid>
        <FirstRound runs={runs} freshness={overview.freshness} />
        <FigureStrip
          label="Totals"
          figures={[
            {
              label: "Airports",
              value: formatCount(totals.airports),
              basis: `of ${formatCount(totals.places)} places with a code`,
            },
            {
              label: "Cities",
              value: formatCount(totals.cities),
              basis: "with a code of their own",
            },
            {
              label: "Countries",
              value: formatCount(totals.countries),
              basis: "in the source's list",
            },
            { label: "Airlines", value: formatCount(totals.airlines), basis: "with a code" },
            { label: "Aircraft", value: formatCount(totals.aircraft), basis: "types" },
            { label: "Raw answers", value: formatCount(totals.payloads), basis: "kept as sent" },
          ]}
        />
        <Grid shape="halves">
          <TopCountriesCard countries={overview.top_countries} airports={totals.airports} />
          <ContinentCard continents={overview.by_continent} airports={totals.airports} />
        </Grid>
        <Grid shape="halves">
          <FreshnessCard freshness={overview.freshness} />
          <LastRunsCard runs={runs} />
        </Grid>
      </Grid>
    </>
  );
}
