/**
 * What a page may load: our own files, and inline scripts that carry this page's nonce. Styles may be inline, because
 * Mantine and the map set them on elements. Nothing is ever asked from elsewhere.
 */
export function contentSecurityPolicy({
  nonce,
  development,
}: {
  nonce: string;
  /** React rebuilds the stacks of server errors with eval while one develops. */
  development: boolean;
}): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
