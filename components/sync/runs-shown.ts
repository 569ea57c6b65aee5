/** Runs a page. Not in the hook that asks for them: a server page cannot read values out of browser modules. */
export const RUNS_SHOWN = 25;
