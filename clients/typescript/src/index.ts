export * from './connect.ts';
export * from './operations.ts';
