import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, FrameLink } from '../../document/frame.ts';
import { openStyleSheet } from '../../document/style-sheet.ts';
import type { AllowedCallers } from '../../identity/identity-settings.ts';
import type { Mount, MountOptions } from './mount.ts';

interface FrameSettings extends Pick<MountOptions, 'fullGraph' | 'contracts'> {
  readonly allowedCallers: AllowedCallers;
}

const STATUS_STYLE = new URL('../pages/status/status.css', import.meta.url);

const EXPLORER: FrameLink = { name: 'Explorateur', path: '/', isOfContract: false };
/** Those that the gateway answers itself, with whatever mounts. */
const OWN_LINKS: readonly FrameLink[] = [EXPLORER, { name: 'État', path: '/etat', isOfContract: false }];

/** Of the files that are built with the explorer, what is of every page. */
const ICON = '/palier.svg';
const ASSETS = '/assets';
const SCRIPT = /^pages-[\w-]+\.js$/;

/**
 * What stands around every page, of what the mounts say that they show: nothing leads where nothing is served.
 * @param explorerFolder where the explorer is, when it is built
 * @param settings nobody follows a link to a full graph that is closed: a page of no contract leads to the first one,
 *   where anybody may read it
 */
export function openFrame(
  mounts: readonly Mount[],
  explorerFolder: string,
  { allowedCallers, fullGraph, contracts }: FrameSettings,
): Frame {
  const shown = mounts.flatMap(({ shown: said, ...mount }) => (said ? [{ ...mount, ...said }] : []));
  const links = shown.flatMap(({ link, path, reach, isHome }) =>
    link === undefined ? [] : [{ name: link, path, isOfContract: reach !== undefined, isHome }],
  );
  const [first] = allowedCallers === 'EVERYONE' && fullGraph === 'AUTHENTICATED' ? contracts : [];
  const searched = shown.find(({ search }) => search !== undefined);
  return {
    style: openStyleSheet([STATUS_STYLE, ...shown.flatMap(({ style }) => style ?? [])]),
    icon: existsSync(join(explorerFolder, ICON)) ? ICON : undefined,
    script: findScript(explorerFolder),
    links: [...links, ...OWN_LINKS],
    home: links.find(({ isHome }) => isHome) ?? EXPLORER,
    base: first === undefined ? '' : `/${first}`,
    search: searched?.search && { ...searched.search, path: searched.path },
    credit: shown.find(({ credit }) => credit !== undefined)?.credit,
  };
}

function findScript(explorerFolder: string): string | undefined {
  const folder = join(explorerFolder, ASSETS);
  const name = existsSync(folder) ? readdirSync(folder).find((file) => SCRIPT.test(file)) : undefined;
  return name && `${ASSETS}/${name}`;
}
