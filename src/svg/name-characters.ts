/**
 * Names in XML 1.0, second to fourth edition (appendix B: Letter, CombiningChar, Digit, Extender). XML Schema's NCName
 * and NMTOKEN are defined by them, and so are the names that the parsers behind the published schema read; the fifth
 * edition allows many more characters, emoji among them.
 */

/** Beyond ASCII: first code point and how many follow it, base 36. */
const STARTS =
  '5c-m 60-u 6w-1l 8k-a 8x-7 96-1g ao-1v ct-z dw-1 e2-t gg-2g jf-6 p2 p4-2 p8 pa-j pv-17 ' +
  'r4-6 re rg ri rk rm-h sh-b su-1t up-b v2-z wg-1g xz-1 y3-1 y8-r z2-7 zc-1 10x-11 121 ' +
  '129-11 15c-q 168-2 17l-p 18h-9 19t-1y 1bu-4 1c0-e 1cg-3 1cl 1d1-1 1s5-1g 1tp 1ug-9 ' +
  '1vp-7 1vz-1 1w3-l 1wq-6 1wy 1x2-3 1y4-1 1y7-2 1yo-1 1z9-5 1zj-1 1zn-l 20a-6 20i-1 ' +
  '20l-1 20o-1 21l-3 21q 22a-2 22t-6 231 233-2 237-l 23u-6 242-1 245-4 24d 25c 26d-7 ' +
  '26n-1 26r-l 27e-6 27m-1 27q-3 27x 28s-1 28v-2 29x-5 2a6-2 2aa-3 2ah-1 2ak 2am-1 2ar-1 ' +
  '2aw-2 2b2-7 2bb-2 2dh-7 2dq-2 2du-m 2ei-9 2et-4 2g0-1 2h1-7 2ha-2 2he-m 2i2-9 2id-4 ' +
  '2ji 2jk-1 2kl-7 2ku-2 2ky-m 2lm-f 2n4-1 2rl-19 2sw 2sy-1 2tc-5 2v5-1 2v8 2vb-1 2ve ' +
  '2vh 2vo-3 2vt-6 2w1-2 2w5 2w7 2wa-1 2wd-1 2wg 2wi-1 2wt 2ww-4 30g-7 30p-w 3a8-11 ' +
  '3bk-12 3cw 3cy-1 3d1-2 3d5 3d7-1 3da-4 3ek 3em 3eo 3f0 3f2 3f4 3f8-1 3fd 3fj-2 3fn ' +
  '3fp 3fr 3ft 3fx-1 3g2-1 3g5 3ha 3hk 3hn 3hq-1 3hz-1 3i2 3i4-6 3jf 3jk 3jt 5xc-4b ' +
  '61s-2h 64g-l 654-5 65c-11 66g-5 66o-7 66x 66z 671 673-u 680-1g 69i-6 69q 69u-2 69y-6 ' +
  '6a8-3 6ae-5 6ao-c 6b6-2 6ba-6 6jq 6ju-1 6jy 6m8-2 9hj 9i9-8 9j5-2b 9lt-2h 9ol-13 ' +
  'feo-g4l xz4-8mb'
const NAMES =
  '53 5c-m 60-u 6w-1l 8k-a 8x-7 96-1g ao-1v ct-z dw-1 e2-t gg-2g jf-6 k0-1 lc-1x o0-1 ' +
  'p2-4 p8 pa-j pv-17 r4-6 re rg ri rk rm-h sh-b su-1t up-b v2-z w3-3 wg-1g xz-1 y3-1 ' +
  'y8-r z2-7 zc-1 10x-11 121 129-11 13l-g 143-m 14r-2 14v 14x-1 150 15c-q 168-2 17l-p ' +
  '18g-i 19c-9 19s-1z 1bu-4 1c0-e 1cg-3 1cl-j 1d6-3 1dc-9 1s1-2 1s5-1g 1to-h 1u9-3 1ug-b ' +
  '1uu-9 1vl-2 1vp-7 1vz-1 1w3-l 1wq-6 1wy 1x2-3 1x8 1xa-6 1xj-1 1xn-2 1xz 1y4-1 1y7-4 ' +
  '1ye-b 1z6 1z9-5 1zj-1 1zn-l 20a-6 20i-1 20l-1 20o-1 20s 20u-4 213-1 217-2 21l-3 21q ' +
  '21y-e 22p-2 22t-6 231 233-2 237-l 23u-6 242-1 245-4 24c-9 24n-2 24r-2 25c 25i-9 269-2 ' +
  '26d-7 26n-1 26r-l 27e-6 27m-1 27q-3 27w-7 287-1 28b-2 28m-1 28s-1 28v-2 292-9 29u-1 ' +
  '29x-5 2a6-2 2aa-3 2ah-1 2ak 2am-1 2ar-1 2aw-2 2b2-7 2bb-2 2bi-4 2bq-2 2bu-3 2c7 2cn-8 ' +
  '2dd-2 2dh-7 2dq-2 2du-m 2ei-9 2et-4 2f2-6 2fa-2 2fe-3 2fp-1 2g0-1 2g6-9 2gy-1 2h1-7 ' +
  '2ha-2 2he-m 2i2-9 2id-4 2im-6 2iu-2 2iy-3 2j9-1 2ji 2jk-1 2jq-9 2ki-1 2kl-7 2ku-2 ' +
  '2ky-m 2lm-f 2m6-5 2me-2 2mi-3 2mv 2n4-1 2na-9 2rl-19 2sw-a 2tc-e 2ts-9 2v5-1 2v8 ' +
  '2vb-1 2ve 2vh 2vo-3 2vt-6 2w1-2 2w5 2w7 2wa-1 2wd-1 2wg-9 2wr-2 2ww-4 2x2 2x4-5 2xc-9 ' +
  '2zc-1 2zk-9 305 307 309 30e-9 30p-w 31t-j 32e-5 32o-5 32v 32x-k 33l-6 33t 3a8-11 ' +
  '3bk-12 3cw 3cy-1 3d1-2 3d5 3d7-1 3da-4 3ek 3em 3eo 3f0 3f2 3f4 3f8-1 3fd 3fj-2 3fn ' +
  '3fp 3fr 3ft 3fx-1 3g2-1 3g5 3ha 3hk 3hn 3hq-1 3hz-1 3i2 3i4-6 3jf 3jk 3jt 5xc-4b ' +
  '61s-2h 64g-l 654-5 65c-11 66g-5 66o-7 66x 66z 671 673-u 680-1g 69i-6 69q 69u-2 69y-6 ' +
  '6a8-3 6ae-5 6ao-c 6b6-2 6ba-6 6hc-c 6ht 6jq 6ju-1 6jy 6m8-2 9hh 9hj 9i9-e 9ip-4 ' +
  '9j5-2b 9ll-1 9lp-1 9lt-2h 9oc-2 9ol-13 feo-g4l xz4-8mb'

const STARTS_CLASS = `A-Za-z_${classOf(STARTS)}`
const NAMES_CLASS = `A-Za-z0-9_.\\-${classOf(NAMES)}`

const NCNAME = new RegExp(`^[${STARTS_CLASS}][${NAMES_CLASS}]*$`)
const NMTOKEN = new RegExp(`^[${NAMES_CLASS}:]+$`)

export function isNcName(text: string): boolean {
  return NCNAME.test(text)
}

export function isNmtoken(text: string): boolean {
  return NMTOKEN.test(text)
}

/** A name with or without a prefix, as the older editions know it. */
export function isOldName(text: string): boolean {
  return /^[\w.:-]*$/.test(text) || text.split(':').every(isNcName)
}

function classOf(ranges: string): string {
  return ranges
    .split(' ')
    .map((range) => {
      const [first = '', more] = range.split('-')
      const from = parseInt(first, 36)
      return more === undefined
        ? escape(from)
        : `${escape(from)}-${escape(from + parseInt(more, 36))}`
    })
    .join('')
}

function escape(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`
}
