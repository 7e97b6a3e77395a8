// The reader's own articles: dropped, chosen or pasted; what cannot be read says so, and nothing already there is lost.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { telling } from './lib/browser.mjs'
import { addFiles, cells, chooseDispute, openPage, readButton, ready, readThem, row, tray } from './lib/page.mjs'
import { DIST, DOSSIER, inRoot } from './lib/paths.mjs'
import { site } from './lib/site.mjs'

const OWN = 'WARSAW, 3 May 2008.\n\nPoland opposes the American missile shield, Prime Minister Donald Tusk said on Saturday.\n\n"Poland supports the NATO membership of Ukraine and Georgia," Tusk said.\n'

const built = site()

async function open() {
  const tab = await built.open()
  await ready(tab.page)
  return tab
}

/** Drops files on the middle of the page, as from a file manager. */
async function drop(page, files) {
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer()
    for (const { name, text } of files) transfer.items.add(new File([text], name, { type: 'text/plain' }))
    return transfer
  }, files)
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('main', type, { dataTransfer: transfer })
}

test('a dropped file is asked about, read beside the bundled ones, and kept in the browser', async () => {
  const { page, requests, bodies, complaints, close } = await open()
  const before = await cells(page).count()
  await drop(page, [{ name: 'tusk.txt', text: OWN }])
  await row(page, 'tusk.txt').waitFor()
  await chooseDispute(page, 'same')
  await readThem(page)
  await ready(page)
  await page.waitForFunction(() => location.hash.includes('dossier.own-'))
  assert.ok((await cells(page, 'Poland').count()) >= 1)
  assert.ok((await cells(page).count()) > before)
  assert.deepEqual(telling(requests, bodies, built.address(), DIST), [], 'the page asks for its own files and sends nothing')
  await openPage(page, 'Articles')
  await page.getByRole('main').getByRole('link', { name: /WARSAW|tusk/ }).first().waitFor()
  assert.deepEqual(complaints, [])
  await close()
})

test('a new dispute is read through its own question, not the old ones', async () => {
  const { page, close } = await open()
  await addFiles(page, [{ name: 'levy.txt', text: 'France opposes the carbon levy on steel, President Emmanuel Macron said on Monday.\n\nGermany supports the carbon levy on steel, Chancellor Olaf Scholz said.\n' }])
  await chooseDispute(page, 'new', 'Introduce the carbon levy on steel')
  await readThem(page)
  await page.waitForFunction(() => location.hash.includes('dossier.own-'))
  await page.getByText(/carbon levy on steel/i).first().waitFor()
  assert.equal(await page.getByText('Gabala').count(), 0)
  await close()
})

test('nothing is read before the reader has said which dispute it is', async () => {
  const { page, close } = await open()
  await addFiles(page, [{ name: 'tusk.txt', text: OWN }])
  await row(page, 'tusk.txt').waitFor()
  assert.equal(await readButton(page).isDisabled(), true)
  await close()
})

test('a pasted text is read like a file', async () => {
  const { page, close } = await open()
  await page.getByRole('button', { name: 'Add articles' }).click()
  await tray(page).getByText('Or paste a text').click()
  await tray(page).getByRole('textbox', { name: 'The article’s text' }).or(tray(page).getByRole('textbox', { name: "The article's text" })).fill(OWN)
  await tray(page).getByRole('button', { name: 'Add this text' }).click()
  await chooseDispute(page, 'same')
  await readThem(page)
  await ready(page)
  assert.ok((await cells(page, 'Poland').count()) >= 1)
  await close()
})

test('a link to a view over own articles says what its receiver needs', async () => {
  const first = await open()
  await addFiles(first.page, [{ name: 'tusk.txt', text: OWN }])
  await chooseDispute(first.page, 'same')
  await readThem(first.page)
  await first.page.waitForFunction(() => location.hash.includes('dossier.own-'))
  await first.page.getByText('Share', { exact: true }).click()
  await first.page.getByText(/does not carry your own articles/).waitFor()
  const link = first.page.url()
  await first.close()
  const second = await built.visit()
  await second.page.goto(link)
  await second.page.getByText(/someone’s own browser/).waitFor()
  await second.close()
})

const bytes = (text, encoding) => Buffer.from(text, encoding)
const bad = [
  ['empty', 'empty.txt', Buffer.alloc(0), /no text/],
  ['binary', 'picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0, 1, 2, 255]), /not plain text/],
  ['too large', 'large.txt', Buffer.alloc(50 * 1024 * 1024, 'word '), /50 MB/],
  ['a web page', 'page.html', bytes('<html><body>text</body></html>'), /not an article/],
]
for (const [name, file, buffer, message] of bad) {
  test(`a file that is ${name} gets a message of its own, and the others are read`, async () => {
    const { page, complaints, close } = await open()
    await addFiles(page, [{ name: file, buffer }, { name: 'good.txt', text: OWN }])
    await row(page, file).getByText(message).waitFor()
    await chooseDispute(page, 'same')
    await readThem(page)
    await page.waitForFunction(() => location.hash.includes('dossier.own-'))
    // What could not be read is still named; the reader closes it.
    await row(page, file).getByText(message).waitFor()
    await tray(page).getByRole('button', { name: 'Close', exact: true }).click()
    await ready(page)
    assert.ok((await cells(page, 'Poland').count()) >= 1)
    assert.ok((await cells(page, 'Russia').count()) >= 1, 'what was there is still there')
    assert.deepEqual(complaints, [])
    await close()
  })
}

for (const [name, buffer, remark] of [
  ['Windows-1252', Buffer.concat([bytes('Poland opposes the missile shield, President '), Buffer.from([0xc9]), bytes('lys'), Buffer.from([0xe9]), bytes(' said. '), Buffer.from([0x93]), bytes('No.'), Buffer.from([0x94])]), /Windows-1252/],
  ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), bytes('Poland opposes the missile shield, President Élysé said. “No.”', 'utf16le')]), null],
]) {
  test(`a file in ${name} is read, with its letters right`, async () => {
    const { page, close } = await open()
    await addFiles(page, [{ name: 'old.txt', buffer }])
    if (remark) await row(page, 'old.txt').getByText(remark).waitFor()
    await chooseDispute(page, 'same')
    await readThem(page)
    await page.waitForFunction(() => location.hash.includes('dossier.own-'))
    await openPage(page, 'Articles')
    await page.getByRole('main').getByRole('link', { name: /Élysé said/ }).first().waitFor()
    await close()
  })
}

test('the same text twice counts once', async () => {
  const { page, close } = await open()
  await addFiles(page, [{ name: 'one.txt', text: OWN }])
  await row(page, 'one.txt').waitFor()
  await addFiles(page, [{ name: 'two.txt', text: OWN }])
  await row(page, 'two.txt').getByText(/same text as one\.txt/).waitFor()
  const bundled = JSON.parse(readFileSync(inRoot('public/dossiers', DOSSIER, 'dossier.json'), 'utf8')).articles[0]
  await addFiles(page, [{ name: 'three.md', text: readFileSync(inRoot('public/dossiers', DOSSIER, bundled.file), 'utf8') }])
  await row(page, 'three.md').getByText(/same text as/).waitFor()
  await close()
})

test('many files show how far they are, and can be stopped', async () => {
  const { page, close } = await open()
  const many = Array.from({ length: 40 }, (_, at) => ({ name: `many-${at}.txt`, text: `Report ${at}.\n\n${OWN.repeat(200)}` }))
  await addFiles(page, many)
  await row(page, 'many-39.txt').waitFor()
  await chooseDispute(page, 'same')
  await readThem(page)
  await page.locator('progress').first().waitFor()
  await page.waitForFunction(() => location.hash.includes('dossier.own-'), null, { timeout: 60_000 })
  await close()
})
