import { createHash } from 'node:crypto';

/** Names the text of an operation without saying it: its SHA-256, the same that automatic persisted queries send. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
