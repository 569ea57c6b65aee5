import type { z } from "zod";
import type { Paging } from "@/lib/contract/paging";

type PageWish = z.infer<typeof Paging>;

/** What a list may be asked by: a page, and of its query what somebody cares for. */
export type WishOf<Query extends PageWish> = PageWish & Partial<Omit<Query, keyof PageWish>>;
