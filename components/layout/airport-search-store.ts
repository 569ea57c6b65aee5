import { createSpotlight } from "@mantine/spotlight";

/** Opens and closes the search from anywhere. */
export const [airportSearchStore, airportSearch] = createSpotlight();

/**
 * Marks the first result, so that Enter opens it. Mantine does this itself when one types, which is before an answer of the
 * server is there; what is marked is an attribute of the element.
 */
export function selectFirstResult(): void {
  const { listId } = airportSearchStore.getState();
  const results = document.getElementById(listId)?.querySelectorAll("[data-action]") ?? [];
  results.forEach((result, index) => {
    if (index === 0) result.setAttribute("data-selected", "true");
    else result.removeAttribute("data-selected");
  });
  airportSearchStore.updateState((state) => ({ ...state, selected: 0 }));
}
