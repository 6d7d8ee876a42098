import { type Plugin, build } from 'esbuild';

/** What npm brings is found where it is; our own packages are TypeScript, which plain node does not read. */
const leaveNpmPackages: Plugin = {
  name: 'leave-npm-packages',
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, ({ path }) =>
      path.startsWith('@palier/') ? undefined : { path, external: true },
    );
  },
};

/** Writes each program, by the path of its source, as one file that plain node runs. */
export async function bundle(entryPoints: Readonly<Record<string, string>>, outdir: string): Promise<void> {
  await build({
    entryPoints: { ...entryPoints },
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    plugins: [leaveNpmPackages],
    logLevel: 'error',
  });
}
