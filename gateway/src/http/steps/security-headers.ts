import type { Step } from '../transport/exchange.ts';

/** Answers are data: nothing of them may be framed, sniffed, or run. Pages loosen the policy for themselves. */
export const useSecurityHeaders = (): Step => (exchange) => {
  Object.assign(exchange.headers, {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
  return undefined;
};
