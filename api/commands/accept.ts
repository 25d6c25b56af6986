import { analyse } from '../../db/versions.ts'
import { acceptProposal, proposeAgain, refuseUnlessFit, reviewProposal } from '../proposals/review.ts'
import { authorOf } from './author.ts'
import type { Command } from './command.ts'
import { sayAccepted, sayPlan } from './say-plan.ts'

export const acceptCommand: Command = {
  usage: 'ID [--author NAME] [--again]',
  says: 'accepts a proposal as a new version; --again proposes it anew on the newest version instead',
  words: [1, 1],
  options: { author: { type: 'string' }, again: { type: 'boolean' } },
  async run({ store, terminal, words: [id = ''], values, at, progress }) {
    const by = authorOf(values.author)
    if (values.again) {
      const fresh = await proposeAgain(store, id, { by, at })
      terminal.out(`${fresh}\n`)
      const { plan } = await reviewProposal(store.db, fresh)
      for (const line of sayPlan(plan)) terminal.say(line)
      refuseUnlessFit(`It was proposed again as ${fresh}, but it`, plan)
      return terminal.say(`Proposed again. To accept it: npm run threatline -- accept ${fresh}`)
    }
    for (const line of sayPlan((await reviewProposal(store.db, id)).plan)) terminal.say(line)
    const accepted = await acceptProposal(store, id, { by, at, progress: progress('Writing') })
    await analyse(store.db)
    terminal.say(sayAccepted(accepted))
  },
}
