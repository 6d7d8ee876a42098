import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { startCommand } from '../program.ts';

/** Sources and npm packages; what is built is left. */
export function copyCheckout(from: string, to: string): void {
  mkdirSync(join(to, 'test'), { recursive: true });
  const isWanted = (path: string): boolean => !/[\\/](node_modules|dist)$/.test(path);
  for (const part of ['gateway', 'subgraphs', 'schema', 'test/questions', 'package.json', 'tsconfig.json'])
    cpSync(join(from, part), join(to, part), { recursive: true, filter: isWanted });
  for (const place of ['', 'gateway', 'gateway/start'])
    linkPackages(join(from, place, 'node_modules'), join(to, place, 'node_modules'));
  // What stands beside a level alone is bundled: through a link it would be named as part of another folder.
  for (const level of readdirSync(join(from, 'subgraphs'))) {
    const packages = join(from, 'subgraphs', level, 'node_modules');
    if (existsSync(packages))
      cpSync(packages, join(to, 'subgraphs', level, 'node_modules'), { recursive: true });
  }
}

/** Each package by a link, but for ours, which are those of the copy. */
function linkPackages(from: string, to: string): void {
  let names: readonly string[];
  try {
    names = readdirSync(from);
  } catch {
    return;
  }
  mkdirSync(to);
  for (const name of names) {
    if (name === '@palier')
      cpSync(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
    else symlinkSync(join(from, name), join(to, name));
  }
}

/** Runs a program of a checkout, and gives what it says until it ends. */
export async function runIn(checkout: string, command: readonly string[], env = {}): Promise<string> {
  const program = startCommand([process.execPath, ...command], { cwd: checkout, env });
  await program.ended;
  return program.wrote() + program.said();
}
