import { Skeleton } from "@mantine/core";
import { Card } from "@/components/ui/card";
import text from "@/components/ui/text.module.css";
import { Grid } from "./grid";
import { PageHead } from "./page-head";

type LoadingPageProps = { title: string; cards: readonly string[] };

/** Titles stand, values are blank; nothing imitates data. */
export const LoadingPage = ({ title, cards }: LoadingPageProps) => (
  <div aria-busy="true">
    <p className={text.hidden} role="status">
      Loading {title}
    </p>
    <PageHead
      title={title}
      sub={<Skeleton component="span" display="block" h={12} w={280} mt={6} />}
    />
    <Grid>
      {cards.map((card) => (
        <Card key={card} title={card}>
          <Skeleton h={12} w="62%" mt={4} />
          <Skeleton h={12} w="48%" mt={10} />
          <Skeleton h={12} w="55%" mt={10} mb={6} />
        </Card>
      ))}
    </Grid>
  </div>
);
