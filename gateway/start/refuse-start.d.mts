export function refuseWrongPlace(process?: {
  readonly platform: string;
  readonly versions: { readonly node: string };
}): void;
export function refuseWrongWords(program: string): void;
export function listUnreadVariables(
  variables: Readonly<Record<string, string | undefined>>,
): readonly string[];
