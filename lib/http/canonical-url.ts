/** Path and query of an address with its parameters in one order: two ways to ask the same are one. */
export function canonicalUrl(address: string): URL {
  const url = new URL(address);
  url.searchParams.sort();
  if (url.pathname.length > 1 && url.pathname.endsWith("/")) {
    url.pathname = url.pathname.slice(0, -1);
  }
  return url;
}
