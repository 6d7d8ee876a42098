export const BUILT_FROM: string;
export function buildExplorerWhenStale(): void;
export function digestSources(): string;
