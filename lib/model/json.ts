/** What survives a round trip through JSON: the only thing that a step may return. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };
