/**
 * Does what it is given one after the other, while the caller goes on with other work: the database is kept busy, and one
 * connection is asked one thing at a time. Once something has failed nothing more is begun and the rest fails with it, so
 * that no statement reaches a connection whose transaction the server has ended.
 */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result;
    // Whoever gave it waits for it later; until then a failure is not one that nobody handles.
    result.catch(() => undefined);
    return result;
  };
}
