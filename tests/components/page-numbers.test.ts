import { expect, test } from "vitest";
import { pageNumbers } from "@/components/tables/page-numbers";

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [1, 236, [1, 2, null, 236]],
  [5, 236, [1, null, 4, 5, 6, null, 236]],
  [3, 236, [1, 2, 3, 4, null, 236]],
  [4, 7, [1, 2, 3, 4, 5, 6, 7]],
  [236, 236, [1, null, 235, 236]],
])("page %s of %s", (page, pages, shown) => expect(pageNumbers(page, pages)).toEqual(shown));
