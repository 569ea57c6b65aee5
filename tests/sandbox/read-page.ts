type Link = { "@Href": string; "@Rel": string };

/** What the tests look at in a page of airports. */
export type ReadPage = { codes: string[]; single: boolean; total: number; links: Link[] };

/** Reads a page of airports as the documents describe it. */
export function readPage(text: string): ReadPage {
  const { Airports, Meta } = JSON.parse(text).AirportResource;
  const single = !Array.isArray(Airports.Airport);
  const airports: { AirportCode: string }[] = single ? [Airports.Airport] : Airports.Airport;
  return {
    codes: airports.map(({ AirportCode }) => AirportCode),
    single,
    total: Meta.TotalCount,
    links: Meta.Link,
  };
}

/** The offset that a link of the page asks for. */
export function linkedOffset(page: ReadPage, rel: string): number | null {
  const found = page.links.find((link) => link["@Rel"] === rel);
  return found ? Number(new URL(found["@Href"]).searchParams.get("offset")) : null;
}
