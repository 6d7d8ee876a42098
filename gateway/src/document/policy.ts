/** Of a page drawn by the server: only what this host serves is shown, asked and run; nothing that is written in the page itself is. */
export const DOCUMENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const HTML_TYPE = 'text/html; charset=utf-8';

/** The headers of a page drawn by the server. */
export const DOCUMENT_HEADERS = { 'content-type': HTML_TYPE, 'content-security-policy': DOCUMENT_POLICY };
