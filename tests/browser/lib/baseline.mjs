// The page that ours is compared with: the same grid, written by hand, without a program that reads anything.

const STYLE = `
body { margin: 0; padding: 24px; background: #fbfaf7; color: #1a1c1e; font: 15px/1.45 system-ui, sans-serif }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
th { font: 400 15px/1.2 Georgia, serif; text-align: left; padding: 7px 12px 7px 0; border-bottom: 1px solid #d9d5cc }
thead th { font: 600 12px/1.2 system-ui, sans-serif; vertical-align: bottom }
td { padding: 3px 2px; border-bottom: 1px solid #d9d5cc }
a { color: inherit; text-decoration: none }
.cell { display: block; padding: 5px 4px; border: 1px solid #5b6168; border-radius: 4px; font-size: 11.5px }
i { display: inline-block; width: 6px; height: 6px; margin-right: 2px; background: #0b5fa5 }`

// Draws the rows that hold a cell of the chosen country; a click on a head chooses it, or all again.
const SCRIPT = `
const grid = JSON.parse(document.getElementById('grid').textContent)
const cell = (words) => words.map((word) => '<a class="cell" href="#cell">' + word + '<br><i></i><i></i></a>').join('')
function draw() {
  const chosen = location.hash.startsWith('#only-') ? Number(location.hash.slice(6)) : null
  const heads = grid.heads.map((head, at) => '<th scope="col"><a href="#' + (chosen === at ? '' : 'only-' + at) + '">' + head + '</a></th>')
  const rows = grid.rows.filter((row) => chosen === null || row.cells[chosen].length > 0)
  document.getElementById('main').innerHTML = '<table><thead><tr><th></th>' + heads.join('') + '</tr></thead><tbody>' +
    rows.map((row) => '<tr><th scope="row">' + row.title + '</th>' + row.cells.map((words) => '<td>' + cell(words) + '</td>').join('') + '</tr>').join('') +
    '</tbody></table>'
}
addEventListener('hashchange', draw)
draw()`

const escape = (text) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)

/** The hand-written page, with the words of the grid that `page` shows. */
export async function baseline(page) {
  const grid = await page.evaluate(() => {
    const text = (element) => element.textContent.trim()
    const rows = [...document.querySelectorAll('tbody tr')].filter((row) => row.querySelector('th[scope=row]'))
    return {
      heads: [...document.querySelectorAll('thead th[scope=col]')].map(text),
      rows: rows.map((row) => ({
        title: text(row.querySelector('th')),
        cells: [...row.querySelectorAll('td')].map((cell) => [...cell.querySelectorAll('a.cell')].map(text)),
      })),
    }
  })
  const safe = { heads: grid.heads.map(escape), rows: grid.rows.map(({ title, cells }) => ({ title: escape(title), cells: cells.map((words) => words.map(escape)) })) }
  const data = JSON.stringify(safe).replaceAll('<', '\\u003c')
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>By hand</title><style>${STYLE}</style><main id="main"></main>
<script type="application/json" id="grid">${data}</script><script>${SCRIPT}</script></html>`
}
