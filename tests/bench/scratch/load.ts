import { openStore } from '../../../db/connect.ts'
import { analyse } from '../../../db/versions.ts'
import { createDatabase, startPostgres } from '../../support/postgres.ts'
import { acceptWorld } from '../world.ts'
export async function main([n, keep]: string[]) {
  const server = await startPostgres()
  const database = await createDatabase(server.url)
  const store = await openStore({ databaseUrl: database.url })
  const t0 = performance.now()
  let last = t0,
    count = 0
  const big = Number(n) >= 5000
  await acceptWorld(store, { measures: Number(n) }, (v, r) => {
    count += r
    const now = performance.now()
    if (!big || v % 5 === 0)
      console.log(v, r, Math.round(now - last), 'ms', Math.round(process.memoryUsage().rss / 1e6), 'MB')
    last = now
  })
  console.log('total', count, 'records', Math.round(performance.now() - t0), 'ms')
  await analyse(store.db)
  console.log(database.url)
  if (keep) {
    await new Promise(() => {
      setInterval(() => {}, 1e6)
    })
  }
  await store.close()
  await server.stop()
}
