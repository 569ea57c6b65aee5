import type { LeafletEventHandlerFnMap } from "leaflet";

/** A marker chosen by mouse, finger, Enter or space. */
export const onChoose = (choose: () => void): LeafletEventHandlerFnMap => ({
  click: choose,
  keydown: ({ originalEvent }) => {
    if (originalEvent.key !== "Enter" && originalEvent.key !== " ") return;
    originalEvent.preventDefault();
    choose();
  },
});
