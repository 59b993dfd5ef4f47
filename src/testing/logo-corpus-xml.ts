/** Files that differ below the schema: encodings, declarations, namespaces, entities, what is not well-formed. */
import type { CorpusFile } from './logo-corpus.ts'

const SVG = 'xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps"'
const LOGO = `<svg ${SVG}><title>t\u00e9</title><path d="M0 0"/></svg>`
const PLAIN = `<svg ${SVG}><title>t</title><path d="M0 0"/></svg>`

const ENCODINGS = (
  'UTF-8 utf-8 UTF8 utf8 UTF-16 UTF-16LE UTF-16BE ISO-8859-1 iso-8859-1 latin1 ISO-8859-2 ISO-8859-15 windows-1252 ' +
  'Windows-1251 US-ASCII us-ascii ascii ANSI KOI8-R Shift_JIS EUC-JP GB2312 GBK Big5 ISO-10646-UCS-2 x-sjis cp1252 ' +
  'unknown UTF-7 utf_8 macintosh'
).split(' ')

const XML_DECLARATIONS = [
  '<?xml version="1.0"?>',
  "<?xml version='1.0' standalone='yes'?>",
  '<?xml version="1.0" standalone="maybe"?>',
  '<?xml version="1.1"?>',
  '<?xml version="1.2"?>',
  '<?xml version="2.0"?>',
  '<?xml version="1.0" encoding=""?>',
  '<?xml version="1.0" encoding="UTF-8" standalone="no" ?>',
  '<?xml encoding="UTF-8"?>',
  '<?xml encoding="UTF-8" version="1.0"?>',
  '<?xml version="1.0" standalone="no" encoding="UTF-8"?>',
  '<?xml version = "1.0"?>',
  '<?XML version="1.0"?>',
  '<?xml?>',
  ' <?xml version="1.0"?>',
  '\n<?xml version="1.0"?>',
  '<!--x--><?xml version="1.0"?>',
  '<?xml version="1.0"?><?xml version="1.0"?>',
  '<?xml-stylesheet href="a.css"?>',
  '<?x?>',
  '<?x:y z?>',
  '<? x?>',
  '<?\u00e9?>',
  '<?a\u{10000}?>',
  '<?a\u0221?>',
  '<!-- a -- b -->',
  '<!-- a --->',
  '<!---->',
  '<!-->',
  '<!-- \u0001 -->',
  'x',
  '\u00a0',
  '&#32;',
  '<![CDATA[]]>',
  '\u0000',
  '\ufeff',
]

/** In place of the whole document. */
const WHOLE = [
  '',
  ' ',
  '<',
  '<svg',
  '<svg>',
  '<svg/>',
  'svg',
  `${PLAIN}${PLAIN}`,
  `${PLAIN} x`,
  `${PLAIN}<!-- end -->\n<?x?>\n`,
  `${PLAIN}\u0000`,
  `${PLAIN}&#32;`,
  `${PLAIN}</svg>`,
  `${PLAIN}<![CDATA[ ]]>`,
  PLAIN.replace('</svg>', ''),
  PLAIN.replace('</title>', '</Title>'),
  PLAIN.replace('<title>', '< title>'),
  PLAIN.replace('</title>', '</ title>'),
  PLAIN.replace('</title>', '</title >'),
  PLAIN.replace('</title>', '</title x="y">'),
  PLAIN.replace(' d="M0 0"', ' d="M0 0" d="M0 0"'),
  PLAIN.replace(' d="M0 0"', ' d="a<b"'),
  PLAIN.replace(' d="M0 0"', ' d="a>b"'),
  PLAIN.replace(' d="M0 0"', ' d="a&b"'),
  PLAIN.replace(' d="M0 0"', ' d=M0'),
  PLAIN.replace(' d="M0 0"', ' d'),
  PLAIN.replace(' d="M0 0"', ' d='),
  PLAIN.replace(' d="M0 0"', ' d = "M0"'),
  PLAIN.replace(' d="M0 0"', ' d="M0"fill="x"'),
  PLAIN.replace(' d="M0 0"', '\n\td="M\n0\t0\r\n"'),
  PLAIN.replace(' d="M0 0"', ' 1d="x"'),
  PLAIN.replace(' d="M0 0"', ' :d="x"'),
  PLAIN.replace(' d="M0 0"', ' a:="x"'),
  PLAIN.replace(' d="M0 0"', ' id="\u0221"'),
  PLAIN.replace(' d="M0 0"', ' id="\u{10000}"'),
  PLAIN.replace(' d="M0 0"', ' class="\u2070 a"'),
  PLAIN.replace(' d="M0 0"', ' id="\u0900\u0905"'),
  PLAIN.replace(' d="M0 0"', ' id="\u0905\u0900"'),
  PLAIN.replace(' d="M0 0"', ' id="\u4e00"'),
  PLAIN.replace(' d="M0 0"', ' id="a" xml:id="b"'),
  PLAIN.replace(' d="M0 0"', ' xml:id="a"/><path xml:id="a"'),
  PLAIN.replace(' d="M0 0"', ' xml:lang=" "'),
  PLAIN.replace(' d="M0 0"', ' xml:space=" preserve "'),
  ...[
    '&nbsp;',
    '&amp;',
    '&apos;',
    '&#x41;',
    '&#65;',
    '&#0;',
    '&#1;',
    '&#x1F;',
    '&#xFFFE;',
    '&#xD800;',
    '&#x110000;',
    '&#x10FFFF;',
    '&#X41;',
    '&#;',
    '&;',
    '& ',
    '&a',
    ']]>',
    '\u0001',
    '\ufffe',
    '\uffff',
    '\u0085',
    '\u2028',
    '\u007f',
    '<![CDATA[a]]b]]>',
    '<![CDATA[ ]] >]]>',
    '<![cdata[x]]>',
    '<!-- c -->',
    '<!DOCTYPE svg>',
  ].map((text) => PLAIN.replace('>t<', `>t${text}<`)),
]

/** In place of the root's namespace. */
const NAMESPACES = [
  '',
  'xmlns=""',
  'xmlns="http://www.w3.org/2000/svg/"',
  'xmlns=" http://www.w3.org/2000/svg "',
  'xmlns="HTTP://www.w3.org/2000/svg"',
  'xmlns="http&#58;//www.w3.org/2000/svg"',
  'xmlns:svg="http://www.w3.org/2000/svg"',
  'xmlns="http://www.w3.org/2000/svg" xmlns:a=""',
  'xmlns="http://www.w3.org/2000/svg" xmlns:a="b" xmlns:a="b"',
  'xmlns="http://www.w3.org/2000/svg" xmlns:xml="http://www.w3.org/XML/1998/namespace"',
  'xmlns="http://www.w3.org/2000/svg" xmlns:xml="b"',
  'xmlns="http://www.w3.org/2000/svg" xmlns:xmlns="b"',
  'xmlns="http://www.w3.org/2000/svg" xmlns:a="http://www.w3.org/2000/xmlns/"',
  'xmlns="http://www.w3.org/2000/svg" xmlns:a="http://www.w3.org/XML/1998/namespace"',
  'xmlns="http://www.w3.org/2000/svg" xmlns:a="http://www.w3.org/XML/1998/namespace" a:space="default"',
  'xmlns="http://www.w3.org/2000/svg" xmlns:a="b" xmlns:c="b" a:d="" c:d=""',
  'xmlns="http://www.w3.org/2000/svg" a:b=""',
  'xmlns="http://www.w3.org/2000/svg" xmlns:\u00e9="b"',
  'xmlns="http://www.w3.org/2000/svg" xmlns:\u0221="b"',
  'xmlns="http://www.w3.org/2000/svg" xmlns:1="b"',
  'xmlns="http://www.w3.org/2000/svg" xmlns:a:b="b"',
  'xmlns="http://www.w3.org/2000/svg" xmlns:="b"',
]

const DOCTYPES = [
  '<!DOCTYPE svg>',
  '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
  '<!DOCTYPE svg [<!ENTITY a "b">]>',
  '<!DOCTYPE svg [<!ENTITY a "&b;"><!ENTITY b "&a;">]>',
  '<!DOCTYPE svg [<!ATTLIST path style CDATA "x">]>',
  '<!DOCTYPE svg [ <!-- ]> --> ]>',
]

function* texts(): Generator<[string, string]> {
  for (const before of XML_DECLARATIONS) yield [`${before} before`, before + PLAIN]
  for (const whole of WHOLE) yield [whole, whole]
  for (const version of ['1.0', '1.1'])
    for (const text of ['\u0085', '\u2028', '&#1;', '&#12;', '\u007f', '\u0080'])
      for (const [into, inside] of [
        ['text', PLAIN.replace('>t<', `>t${text}<`)],
        ['blank', PLAIN.replace('<path', `${text}<path`)],
        ['tag', PLAIN.replace('<path d', `<path${text} d`)],
        ['value', PLAIN.replace('<path d', `<path fill-rule="evenodd${text}" d`)],
      ])
        yield [
          `${JSON.stringify(text)} ${into} XML ${version}`,
          `<?xml version="${version}"?>${inside}`,
        ]
  for (const namespace of NAMESPACES)
    yield [namespace, PLAIN.replace('xmlns="http://www.w3.org/2000/svg"', namespace)]
  for (const prefix of ['svg', 'é', '\u0221', 'a.b', 'xml'])
    yield [
      `prefix ${prefix}`,
      PLAIN.replaceAll(/(<\/?)(?=[a-z])/g, `$1${prefix}:`).replace('xmlns=', `xmlns:${prefix}=`),
    ]
  for (const doctype of DOCTYPES) {
    yield [doctype, doctype + PLAIN]
    yield [`${doctype} used`, doctype + PLAIN.replace('>t<', '>&a;<')]
  }
  yield ['deep', PLAIN.replace('<path', `${'<g>'.repeat(3000)}${'</g>'.repeat(3000)}<path`)]
  yield ['5 MB', PLAIN.replace('M0 0', 'M0 0'.repeat(100_000))]
}

export function* xmlLevelFiles(): Generator<CorpusFile> {
  const encoder = new TextEncoder()
  for (const [name, text] of texts()) yield { name, bytes: encoder.encode(text) }
  for (const encoding of ENCODINGS)
    for (const [kind, encode] of Object.entries(ENCODERS)) {
      const declared = `<?xml version="1.0" encoding="${encoding}"?>`
      yield { name: `${encoding} over ${kind}`, bytes: encode(declared + LOGO) }
      yield { name: `${encoding} over plain ${kind}`, bytes: encode(declared + PLAIN) }
    }
  for (const [kind, encode] of Object.entries(ENCODERS)) yield { name: kind, bytes: encode(LOGO) }
  for (const bytes of [
    [0xc0, 0x80],
    [0xed, 0xa0, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0xff],
    [0x80],
    [0xe2, 0x82],
  ])
    yield { name: `bytes ${bytes.join(' ')}`, bytes: withBytes(bytes) }
}

const ENCODERS: Record<string, (text: string) => Uint8Array> = {
  'UTF-8': (text) => new TextEncoder().encode(text),
  'UTF-8 with mark': (text) => new TextEncoder().encode(`\ufeff${text}`),
  'Latin 1': (text) => Uint8Array.from(text, (character) => character.charCodeAt(0)),
  'UTF-16LE': (text) => wide(text, true),
  'UTF-16BE': (text) => wide(text, false),
  'UTF-16LE with mark': (text) => wide(`\ufeff${text}`, true),
  'UTF-16BE with mark': (text) => wide(`\ufeff${text}`, false),
}

function wide(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little)
  return bytes
}

function withBytes(bytes: number[]): Uint8Array {
  const [before = '', after = ''] = PLAIN.split('>t<')
  const encoder = new TextEncoder()
  return Uint8Array.from([
    ...encoder.encode(`${before}>`),
    ...bytes,
    ...encoder.encode(`<${after}`),
  ])
}
