import type { Sample } from './sample.ts'

export const silent: Sample = {
  domain: 'silent.example',
  sentence: 'Nobody answers: what could not be checked is said to be just that.',
  world: {
    dns: {
      'silent.example *': { failure: 'timeout' },
      '*.silent.example *': { failure: 'timeout' },
    },
    http: {
      'silent.example': {
        failed: { reason: 'resolver', detail: 'No answer about mta-sts.silent.example in time.' },
      },
    },
  },
}
