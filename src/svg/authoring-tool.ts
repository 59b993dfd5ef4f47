/** Which program has written a drawing, by what it leaves behind; and how to get a better file out of it. */
import type { Logo } from './logo.ts'

export interface AuthoringTool {
  name: string
  /** How to export a logo that needs less repair: imperative, one or two sentences. */
  advice: string
}

interface Signature extends AuthoringTool {
  /** Any of them is enough. */
  signs: readonly RegExp[]
}

/** Those that sign with their name come before those that are known by their habits. */
const SIGNATURES: readonly Signature[] = [
  {
    name: 'Inkscape',
    signs: [
      /xmlns:(?:inkscape|sodipodi)\s*=/,
      /"http:\/\/(?:www\.inkscape\.org|sodipodi\.sourceforge\.net|inkscape\.sourceforge\.net)\//,
      /<!--\s*Created with Inkscape/,
    ],
    advice:
      'Choose “Plain SVG” when you save, turn text and strokes into paths first (Path, Object to Path), and release clips and masks that you do not need.',
  },
  {
    name: 'CorelDRAW',
    signs: [/<!--\s*Creator:\s*CorelDRAW/, /xmlns:xodm\s*=/, /CorelCorpID/],
    advice:
      'Convert text to curves and effects to plain objects before you export, and choose presentation attributes in the place of a style sheet.',
  },
  {
    name: 'Affinity',
    signs: [/xmlns:serif\s*=/, /\sserif:id\s*=/],
    advice:
      'Export with the preset “SVG (flatten)”, and expand strokes and convert text to curves before: effects come out as bitmaps otherwise.',
  },
  {
    name: 'Sketch',
    signs: [
      /xmlns:sketch\s*=/,
      /Created with (?:Sketch\b|sketchtool)/,
      /<!--\s*Generator:\s*[Ss]ketch/,
    ],
    advice:
      'Convert text and borders to outlines, flatten masks and shadows away, and export the artboard alone.',
  },
  {
    name: 'Illustrator',
    signs: [
      /<!--\s*Generator:\s*Adobe Illustrator/,
      /http:\/\/ns\.adobe\.com\/(?:AdobeIllustrator|Extensibility|Graphs|SaveForWeb)/,
      /xmlns:i\s*=\s*["'](?:&ns_ai;|http:\/\/ns\.adobe)/,
      /\sid="(?:Layer|Ebene|Calque|Capa|Livello|Laag|Lager)_1"[^>]{0,999}(?:\sx="0px"|\sdata-name=|enable-background)/,
      /(?:\sx="0px"|\sdata-name=|enable-background)[^>]{0,999}\sid="(?:Layer|Ebene|Calque|Capa|Livello|Laag|Lager)_1"/,
    ],
    advice:
      'Use “Save As” with the profile SVG Tiny 1.2, not “Export As”; expand appearance, outline text, and uncheck “Preserve Illustrator Editing Capabilities”.',
  },
  {
    name: 'Photopea',
    signs: [/tspan\s*\{\s*white-space:\s*pre;?\s*\}/, /\.shp0\s*\{/],
    advice:
      'Rasterize nothing: keep shapes as vector layers, convert text to shapes, and put the fill on each shape.',
  },
  {
    name: 'Canva',
    signs: [/<svg\b(?=[^>]{0,999}\szoomAndPan="magnify")(?=[^>]{0,999}\sversion="1\.0")/],
    advice:
      'Build the logo of shapes and lines alone: photos and many stickers are bitmaps inside. If it has one, redraw the logo in a vector program.',
  },
  {
    name: 'Figma',
    signs: [
      /\sid="(?:clip|paint|filter|mask|image|pattern)\d+_(?:[a-z]+_)*\d+/,
      /<!--\s*Generator:\s*Figma/i,
      /mask-type:\s*(?:alpha|luminance)/,
    ],
    advice:
      'Outline strokes and text, flatten the vector (Ctrl E), turn “Clip content” off on the frame, remove effects, and export the frame as SVG without ids.',
  },
]

/** Null when it could be from anywhere. */
export function authoringTool({ text }: Pick<Logo, 'text'>): AuthoringTool | null {
  const found = SIGNATURES.find(({ signs }) => signs.some((sign) => sign.test(text)))
  return found === undefined ? null : { name: found.name, advice: found.advice }
}
