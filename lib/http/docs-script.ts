/**
 * Starts Swagger UI with our document, or says why it cannot be read: where reads are not public, somebody has to sign in
 * or to give a key first. The validator's badge would tell another site where this document is.
 */
export const DOCS_SCRIPT = `"use strict";
const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", follow);
follow();

function show(spec, key) {
  document.getElementById("closed").hidden = true;
  const ui = SwaggerUIBundle({
    spec,
    dom_id: "#api",
    deepLinking: true,
    displayRequestDuration: true,
    tryItOutEnabled: true,
    filter: true,
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    validatorUrl: null,
    onComplete: () => key && ui.preauthorizeApiKey("key", key),
  });
}

async function open(key) {
  const headers = key ? { authorization: "Bearer " + key } : {};
  const answer = await fetch("/api/openapi.json", { headers }).catch(() => null);
  const said = answer && (await answer.json().catch(() => null));
  if (answer?.ok && said) return show(said, key);
  document.getElementById("api").hidden = true;
  document.getElementById("closed").hidden = false;
  document.getElementById("reason").textContent =
    said?.detail ?? "The server does not answer. Load this page again in a moment.";
}

document.getElementById("with-key").addEventListener("submit", (event) => {
  event.preventDefault();
  document.getElementById("api").hidden = false;
  open(document.getElementById("key").value.trim());
});
open("");
`;
