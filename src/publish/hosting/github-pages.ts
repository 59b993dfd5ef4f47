/** GitHub Pages: a repository for each policy domain. */
import {
  lookAtIt,
  policyFile,
  type Hosted,
  type PolicyHosting,
  type PolicySite,
} from '../policy-hosting.ts'

export const githubPages: PolicyHosting = { id: 'github-pages', title: 'GitHub Pages', write }

function write(site: PolicySite): Hosted {
  const file = policyFile(site)
  return {
    files: [
      file,
      { path: 'CNAME', text: `${site.policyHost}\n` },
      // Without it the site is built, and names with a dot in front are left out.
      { path: '.nojekyll', text: '' },
      // Git changes line ends where it takes a file for text.
      { path: '.gitattributes', text: `${file.path} -text\n` },
    ],
    steps: [
      'Verify the domain in your account’s Pages settings, so that nobody else can take the name.',
      'Push the files to a new public repository, and switch Pages on under Settings, Pages.',
      `Publish \`${site.policyHost}\` as a CNAME of \`USER.github.io\`.`,
      `Enter \`${site.policyHost}\` as the custom domain, wait for its certificate, and tick Enforce HTTPS.`,
      'Remove the CNAME before you ever delete the repository.',
      lookAtIt(site),
    ],
    replaceHere: ['USER'],
    alias: 'USER.github.io',
  }
}
