export function collectSooner(): void;
