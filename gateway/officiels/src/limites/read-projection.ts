import proj4 from 'proj4';
import { unreadable } from './unreadable.ts';

/** Degrees, longitude first. */
export type ToDegrees = (x: number, y: number) => readonly [number, number];

/** The two whose degrees differ by a metre or two. */
const DATUM = /DATUM\["(?:D_)?(?:North_American(?:_Datum)?_1983(?:_CSRS)?|WGS_?(?:19)?84)"/i;
const LAMBERT = /PROJECTION\["Lambert_Conformal_Conic(?:_2SP)?"/i;
const METRES = /UNIT\["met(?:er|re)"\s*,\s*1(?:\.0*)?\s*[\],]/i;
const DEGREES = /UNIT\["degree"/i;

/**
 * What turns the points of a shape file to degrees, by the text of its .prj file: degrees already, or metres of a conformal conic
 * projection of Lambert, as those of Québec are. Raises a `FileFault` for any other: points put elsewhere would be false.
 */
export function readProjection(text: string | undefined): ToDegrees {
  if (text === undefined)
    throw unreadable(
      'Le fichier .prj manque à côté du .shp : rien ne dit dans quelle projection sont ses points.',
    );
  const isPlane = /^\s*PROJCS\[/i.test(text);
  const isKnown = isPlane
    ? LAMBERT.test(text) && METRES.test(text)
    : /^\s*GEOGCS\[/i.test(text) && DEGREES.test(text);
  if (!isKnown || !DATUM.test(text))
    throw unreadable(
      `La projection du fichier .prj n’est pas lue : « ${text.trim().slice(0, 60)}… ». Le sont les degrés et la projection conique conforme de Lambert en mètres, en NAD83 ou WGS84 : exportez le fichier ainsi.`,
    );
  if (!isPlane) return (x, y) => [x, y];
  const { inverse } = toConverter(text);
  return (x, y) => inverse([x, y]) as [number, number];
}

function toConverter(text: string) {
  try {
    return proj4(text);
  } catch (cause) {
    throw Object.assign(unreadable('Le fichier .prj est abîmé : sa projection n’est pas comprise.'), {
      cause,
    });
  }
}
