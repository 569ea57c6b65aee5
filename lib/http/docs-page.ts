const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · DST Airlines</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<style>
html { color-scheme: light dark }
html.dark-mode { background: #1c2022 }
body { margin: 0 }
#closed { max-width: 34rem; margin: 15vh auto 0; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif }
#closed form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center }
#closed input { flex: 1 1 14rem; padding: .5rem; font: inherit }
#closed button { padding: .5rem 1rem; font: inherit }
@media (max-width: 640px) {
  .swagger-ui .wrapper { padding: 0 8px }
  .swagger-ui .filter .operation-filter-input { box-sizing: border-box; width: 100% }
  .swagger-ui .opblock .opblock-summary-path { max-width: none; word-break: break-word }
  .swagger-ui .parameters-container, .swagger-ui .responses-wrapper { overflow-x: auto }
}
</style>
</head>
<body>
<main id="closed" hidden>
<h1>The API of DST Airlines</h1>
<p id="reason"></p>
<p>Whose data this is may be read by people and programs that are known here: <a href="/login?callbackUrl=%2Fapi%2Fdocs">sign in</a>, or give an API key.</p>
<form id="with-key"><label for="key">Key</label><input id="key" type="password" autocomplete="off" required><button>Open</button></form>
</main>
<div id="api"><noscript>This page needs scripts. The same in plain text: /api/openapi.json</noscript></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

/** The page on which the API can be read and tried. It asks nobody but this server. */
export const docsPage = (): Response =>
  new Response(PAGE, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": POLICY,
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
    },
  });
