export const BUILT_FROM: string;
export function buildExplorerWhenStale(): void;
export function digestFiles(files: readonly string[]): string;
export function digestSources(): string;
