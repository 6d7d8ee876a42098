import { execFile } from 'node:child_process';
import fs, {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { StartupError } from '../base/errors.ts';
import { openKeyFolder } from './journal-keys.ts';

const JOURNAL_KEYS = fileURLToPath(new URL('./journal-keys.ts', import.meta.url));

/** Where a file has one name only. */
const WITHOUT_LINKS = `fs.linkSync = () => { throw Object.assign(new Error(), { code: 'EPERM' }); };`;

describe('the keys of a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'palier-cles-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string): string => join(folder, name);
  const publicKey = (): string => openKeyFolder(folder).signerOf('MSSS').publicKey;
  const refusal = (): string => {
    try {
      publicKey();
    } catch (error) {
      expect(error).toBeInstanceOf(StartupError);
      return (error as StartupError).message;
    }
    throw new Error('nothing was refused');
  };

  it('are made once, the private one for its owner alone, and found again', () => {
    const made = publicKey();
    expect(readdirSync(folder).sort()).toEqual(['msss.json', 'msss.pub']);
    expect(statSync(file('msss.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(file('msss.pub'), 'utf8')).toBe(`${made}\n`);
    expect(publicKey()).toBe(made);
  });

  it('are only read once they are there: the public one is written where it is not the same', () => {
    const made = publicKey();
    const before = new Date('2026-01-01T00:00:00Z');
    // As a hand, or whatever mounts it, leaves it.
    writeFileSync(file('msss.pub'), made);
    utimesSync(file('msss.pub'), before, before);
    publicKey();
    expect(statSync(file('msss.pub')).mtime).toEqual(before);
    writeFileSync(file('msss.pub'), 'une autre');
    publicKey();
    expect(readFileSync(file('msss.pub'), 'utf8')).toBe(`${made}\n`);
  });

  it.each([
    ['that links', ''],
    ['that does not', WITHOUT_LINKS],
  ])('are the same for programs that start at once, on a file system %s', async (_what, patch) => {
    const script = `import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      ${patch} syncBuiltinESMExports();
      const { openKeyFolder } = await import(${JSON.stringify(JOURNAL_KEYS)});
      process.stdout.write(openKeyFolder(${JSON.stringify(folder)}).signerOf('MSSS').publicKey);`;
    const started = Array.from({ length: 4 }, () =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]),
    );
    const said = (await Promise.all(started)).map(({ stdout }) => stdout);
    expect(new Set(said)).toEqual(new Set([publicKey()]));
    expect(readdirSync(folder).sort()).toEqual(['msss.json', 'msss.pub']);
  });

  it.each([
    ['empty, as a full disk left it', '', 'est vide'],
    ['no key', '{}', 'n’est pas une clé Ed25519'],
    ['cut', '{"kty":"OK', 'n’est pas une clé Ed25519'],
  ])('say what to do of a private one that is %s, and leave it', (_what, text, fault) => {
    writeFileSync(file('msss.json'), text, { mode: 0o600 });
    expect(refusal()).toBe(
      `La clé privée qui signe le journal, ${file('msss.json')}, ${fault}. Rien n’a été changé. Rétablissez-en une copie ; s’il n’y en a pas, supprimez ce fichier et redémarrez : ce palier en fera une autre, à donner aux deux autres.`,
    );
    expect(readFileSync(file('msss.json'), 'utf8')).toBe(text);
  });

  it('name the file that the system refuses, and the line that the public one must hold', () => {
    const made = publicKey();
    rmSync(file('msss.pub'));
    mkdirSync(file('msss.pub'));
    expect(refusal()).toBe(
      `La clé publique ${file('msss.pub')} ne peut être écrite (EISDIR) : il y faut cette ligne, « ${made} ».`,
    );
    rmSync(file('msss.json'));
    mkdirSync(file('msss.json'), { mode: 0o700 });
    expect(refusal()).toBe(
      `La clé privée qui signe le journal, ${file('msss.json')}, ne peut être lue ou faite (EISDIR). Rien n’a été changé.`,
    );
  });

  /** As a file system does it. */
  const patched = <Method extends 'linkSync' | 'statSync'>(
    method: Method,
    does: (typeof fs)[Method],
  ): void => {
    const patch = vi.spyOn(fs, method).mockImplementation(does as never);
    syncBuiltinESMExports();
    onTestFinished(() => {
      patch.mockRestore();
      syncBuiltinESMExports();
    });
  };
  const failing = (code: string) => (): never => {
    throw Object.assign(new Error(code), { code });
  };

  it('are made once where a file has one name only, and left to whoever is making them', () => {
    patched('linkSync', failing('ENOTSUP'));
    mkdirSync(file('msss.json.verrou'));
    expect(refusal()).toBe(
      `Un autre programme fait la clé privée ${file('msss.json')}, ou s’est arrêté en la faisant. Rien n’a été changé. Si aucun ne tourne, supprimez le dossier ${file('msss.json.verrou')} et redémarrez.`,
    );
    expect(readdirSync(folder)).toEqual(['msss.json.verrou']);
    rmdirSync(file('msss.json.verrou'));
    const made = publicKey();
    expect(readdirSync(folder).sort()).toEqual(['msss.json', 'msss.pub']);
    expect(publicKey()).toBe(made);
  });

  it('are not made where the folder refuses it otherwise', () => {
    patched('linkSync', failing('EACCES'));
    expect(refusal()).toBe(
      `La clé privée qui signe le journal, ${file('msss.json')}, ne peut être lue ou faite (EACCES). Rien n’a été changé.`,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are not made where a file is everybody’s, whatever is asked', () => {
    const { statSync: stat } = fs;
    patched('statSync', ((path: string) => Object.assign(stat(path), { mode: 0o100755 })) as never);
    expect(refusal()).toBe(
      `Le système de fichiers de ${folder} ne garde pas les droits d’un fichier : d’autres y liraient la clé privée. Rien n’a été changé. Mettez les clés sur un disque qui les garde : PALIER_CLES dit où.`,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are refused while others may read the private one', () => {
    publicKey();
    chmodSync(file('msss.json'), 0o640);
    expect(refusal()).toContain(`« chmod 600 ${file('msss.json')} » la protège`);
  });
});
