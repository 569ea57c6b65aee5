import { createSpotlight } from "@mantine/spotlight";

/** Opens and closes the search from anywhere. */
export const [airportSearchStore, airportSearch] = createSpotlight();
