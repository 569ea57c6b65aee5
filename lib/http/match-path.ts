import type { Endpoint } from "@/lib/contract/endpoint";

type Params = Record<string, string>;
export type Match = { endpoint: Endpoint; params: Params };

type Place = { endpoint: Endpoint; pieces: readonly string[] };

/**
 * Finds which of these endpoints a path belongs to, as Next's router does: a slash at the end means nothing, and a word
 * goes before a placeholder. Null for a path that none has; one with a percent sign is left to who can judge it.
 */
export function pathMatcher(endpoints: readonly Endpoint[]): (path: string) => Match | null {
  const words = new Map<string, Match>();
  const places: Place[] = [];
  for (const endpoint of endpoints) {
    if (!endpoint.path.includes("{")) words.set(endpoint.path, { endpoint, params: {} });
    else places.push({ endpoint, pieces: endpoint.path.split("/") });
  }
  // Fewer placeholders first: of two that fit, the one that says more.
  places.sort((one, other) => placeholders(one) - placeholders(other));
  return (given) => {
    const path = given.endsWith("/") ? given.slice(0, -1) : given;
    if (path.includes("%")) return null;
    return words.get(path) ?? findPlace(places, path.split("/"));
  };
}

const placeholders = ({ pieces }: Place) => pieces.filter((piece) => piece.startsWith("{")).length;

function findPlace(places: readonly Place[], asked: readonly string[]): Match | null {
  for (const { endpoint, pieces } of places) {
    const params = pieces.length === asked.length ? paramsOf(pieces, asked) : null;
    if (params) return { endpoint, params };
  }
  return null;
}

function paramsOf(pieces: readonly string[], asked: readonly string[]): Params | null {
  const params: Params = {};
  for (const [at, piece] of pieces.entries()) {
    const given = asked[at] ?? "";
    if (piece.startsWith("{") && given !== "") params[piece.slice(1, -1)] = given;
    else if (piece !== given) return null;
  }
  return params;
}
