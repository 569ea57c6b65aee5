/** The pages a pager shows: first, last, and those around `page`; null is a gap of more than one. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const near = new Set([1, pages, page - 1, page, page + 1]);
  const shown = [...near].filter((it) => it >= 1 && it <= pages).sort((a, b) => a - b);
  return shown.flatMap((it, index) => {
    const gap = it - (shown[index - 1] ?? it);
    if (gap <= 1) return [it];
    // A gap of one page is no shorter than that page.
    return gap === 2 ? [it - 1, it] : [null, it];
  });
}
