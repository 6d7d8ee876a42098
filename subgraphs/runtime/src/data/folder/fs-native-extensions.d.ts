/** The part of it that is used: a lock that the system releases with the process that holds it. */
declare module 'fs-native-extensions' {
  export function tryLock(descriptor: number): boolean;
}
