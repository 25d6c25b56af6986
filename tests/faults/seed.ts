/** A seed of this run's chance: new each time, or FAULTS_SEED to have a run again. It is printed, so that it can be. */
export function newSeed(what: string): number {
  const seed = Number(process.env.FAULTS_SEED) || Math.floor(Math.random() * 2 ** 31)
  console.log(`${what}: FAULTS_SEED=${seed}`)
  return seed
}
