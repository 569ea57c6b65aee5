import manifest from "@/package.json";

/** Version of this product, as package.json says it. */
export const APP_VERSION: string = manifest.version;
