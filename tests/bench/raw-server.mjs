/**
 * What a cached read is measured against: node:http and nothing else, giving bytes that it was told. Reads a JSON list of
 * answers (status, headers, body in base64) from the file that it is given; the path /N gives the Nth.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const answers = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')).map(({ status, headers, body }) => ({
  status,
  headers,
  body: Buffer.from(body, 'base64'),
}))
const byPath = new Map(answers.map((answer, i) => [`/${i}`, answer]))

const server = createServer((req, res) => {
  const { status, headers, body } = byPath.get(req.url)
  res.writeHead(status, headers)
  if (body.length) res.end(body)
  else res.end()
})
server.listen(0, '127.0.0.1', () => process.send(server.address().port))
process.on('disconnect', () => process.exit(0))
