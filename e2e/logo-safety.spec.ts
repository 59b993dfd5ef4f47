/** A logo comes from anybody: nothing of it acts, nothing of it is fetched, and nothing of it leaves. */
import { readFileSync } from 'node:fs'
import { expect, test, violations } from './fixtures.ts'

const GOOD = readFileSync('public/logo.svg', 'utf8')
const NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'

const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  [
    'script',
    `<svg ${NS} onload="alert(1)" viewBox="0 0 9 9"><script>alert(2)</script><rect width="9" height="9" onclick="alert(3)"/><a href="javascript:alert(4)"><rect width="5" height="5"/></a><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example/"/></foreignObject></svg>`,
  ],
  [
    'outside',
    `<?xml-stylesheet href="https://evil.example/a.css"?><svg ${NS} viewBox="0 0 9 9"><style>@import url(https://evil.example/b.css);rect{fill:url(https://evil.example/c.svg#p)}</style><image href="https://evil.example/d.png" width="9" height="9"/><use xlink:href="https://evil.example/e.svg#x"/><rect width="9" height="9" style="fill:url(https://evil.example/f.svg#p)"/><image xlink:href="data:image/svg+xml,&lt;svg xmlns='http://www.w3.org/2000/svg'&gt;&lt;image href='https://evil.example/g.png'/&gt;&lt;/svg&gt;" width="9" height="9"/></svg>`,
  ],
  [
    'bomb',
    `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${[...'bcdefghij'].map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'.charAt(at)};`.repeat(10)}">`).join('')}]><svg ${NS}><title>&j;</title></svg>`,
  ],
  [
    'outside entity',
    `<!DOCTYPE svg SYSTEM "https://evil.example/x.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg ${NS}><title>&x;</title></svg>`,
  ],
  [
    'copies of copies',
    `<svg ${NS} viewBox="0 0 9 9"><defs><g id="a0"><rect width="1" height="1"/></g>${Array.from({ length: 12 }, (_, at) => `<g id="a${at + 1}">${`<use href="#a${at}"/>`.repeat(8)}</g>`).join('')}</defs><use href="#a12"/></svg>`,
  ],
  [
    'a cycle',
    `<svg ${NS} viewBox="0 0 9 9"><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g></svg>`,
  ],
  ['deep', `<svg ${NS}>${'<g>'.repeat(1000)}${'</g>'.repeat(1000)}</svg>`],
]

for (const [name, text] of HOSTILE)
  test(`inert: ${name}`, async ({ page, logo, network }) => {
    page.on('dialog', (dialog) => {
      throw new Error(`An alert: ${dialog.message()}`)
    })
    await logo.open()
    await logo.drop({ name: `${name}.svg`, text })
    await expect(logo.title).toHaveText(`${name}.svg`)
    await expect(logo.verdict('Schema')).toContainText('Error')
    await expect(logo.editor).toBeVisible()
    if (name !== 'bomb' && name !== 'outside entity') await logo.repaired()
    expect(await logo.main.locator('iframe, script, image, foreignObject').count()).toBe(0)
    expect(network.asked).toEqual([])
    // Whatever it was, the page still answers.
    await page.getByRole('link', { name: 'Rules', exact: true }).click()
    await expect(logo.title).toContainText('Every rule')
  })

test('from the moment the page is there, nothing is asked of anybody', async ({ page, logo }) => {
  await logo.open()
  const asked: string[] = []
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url())) asked.push(request.url())
  })
  await logo.trySample()
  await logo.repaired()
  await expect(logo.editor).toBeVisible()
  await logo.editor.click()
  await page.keyboard.type(' ')
  await logo.drop({ name: 'seal.svg', text: GOOD })
  await logo.repaired()
  await logo.download(/^Save Gmail as PNG/)
  expect(asked).toEqual([])
})

test('all of it works offline', async ({ context, page, logo, network }) => {
  await logo.open()
  await network.goOffline(context)
  await logo.trySample()
  await logo.repaired()
  await expect(logo.see.getByRole('img', { name: /^The logo as it was dropped/ })).toBeVisible()
  await expect(logo.editor).toBeVisible()
  const { bytes } = await logo.download(/^Download (what|marten)/)
  expect(bytes.length).toBeGreaterThan(100)
  await page.getByRole('button', { name: 'Copy as text' }).waitFor()
})

test('by keyboard alone: the sample, a repair, the editor and out of it', async ({
  page,
  logo,
}) => {
  await logo.open()
  const press = async (name: string | RegExp, most = 80) => {
    for (let step = 0; step < most; step++) {
      await page.keyboard.press('Tab')
      const focused = page.locator(':focus')
      const label = await focused.evaluate(
        (element) => element.getAttribute('aria-label') ?? element.textContent ?? '',
      )
      const isWanted = typeof name === 'string' ? label.trim() === name : name.test(label)
      if (isWanted) return focused
    }
    throw new Error(`Tab does not lead to ${String(name)}`)
  }
  await press('Try the sample logo')
  await page.keyboard.press('Enter')
  await logo.repaired()
  const profile = logo.switch(/Declare the profile/)
  await profile.focus()
  await page.keyboard.press('Space')
  await expect(profile).not.toBeChecked()
  await logo.editor.focus()
  await page.keyboard.type('x')
  await page.keyboard.press('Tab')
  await expect(logo.editor).not.toBeFocused()
  await expect(logo.editor).toContainText('x<?xml')
})

for (const [width, colorScheme] of [
  [320, 'light'],
  [360, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const)
  test(`for everybody, at ${width} px, ${colorScheme}`, async ({ page, logo }) => {
    test.slow()
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    await logo.open()
    expect(await violations(page), 'empty').toEqual([])
    await logo.trySample()
    await logo.repaired()
    await expect(logo.editor).toBeVisible()
    expect(await logo.overhang()).toBeLessThanOrEqual(0)
    expect(await violations(page), 'with a logo').toEqual([])
  })
