import { hash } from 'node:crypto';

/** The SHA-256 of a text, in hexadecimal: what clients, pages of operations and logs name it by. */
export const textDigest = (text: string): string => hash('sha256', text);
