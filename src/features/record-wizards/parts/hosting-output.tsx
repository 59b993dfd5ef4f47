import type { ReactNode } from 'react'
import { HOSTINGS } from '../../../publish/hostings.ts'
import type { Hosted, HostedFile, PolicySite } from '../../../publish/policy-hosting.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { RawText } from '../../../ui/raw-text.tsx'
import { saveBlob, saveFile } from '../../../ui/save-file.ts'
import { Tabs } from '../../../ui/tabs.tsx'
import { fillIn, type Filled } from '../view-model/fill-in.ts'
import { FillInFields } from './fill-in-fields.tsx'
import type { Outputs } from './outputs.ts'

export interface HostingOutputProps {
  site: PolicySite
  outputs: Outputs
  children?: ReactNode
}

/** The place for the policy file that was chosen; the file alone where none was. */
export function hostedBy(id: string | null, site: PolicySite): Hosted | null {
  const hosting = HOSTINGS.find((one) => one.id === id) ?? HOSTINGS[0]
  return hosting?.write(site) ?? null
}

/** The policy file where it is to be served: what to do there, and the files for it. */
export function HostingOutput({ site, outputs, children }: HostingOutputProps) {
  const open = HOSTINGS.find(({ id }) => id === outputs.hosting)?.id ?? HOSTINGS[0]?.id ?? ''
  const hosted = hostedBy(open, site)
  if (hosted === null) return null
  const { files, steps, replaceHere } = hosted
  return (
    <Tabs
      label="Where the file is served"
      tabs={HOSTINGS}
      open={open}
      onOpen={(hosting) => outputs.choose({ hosting })}
    >
      <ol className="list-decimal space-y-1 pl-6 text-side [&_code]:inline">
        {steps.map((step) => (
          <li key={step}>
            <Prose text={fillIn(step, replaceHere, outputs.filled).text} />
          </li>
        ))}
      </ol>
      {files.map((file) => (
        <OneFile key={file.path} file={file} words={replaceHere} filled={outputs.filled} />
      ))}
      <FillInFields words={replaceHere} filled={outputs.filled} onFill={outputs.fill} />
      <Save
        files={files.map(({ path, text }) => ({
          path,
          text: fillIn(text, replaceHere, outputs.filled).text,
        }))}
        policy={site.policy}
        archive={`${site.policyHost}.zip`}
      />
      {children}
    </Tabs>
  )
}

interface OneFileProps {
  file: HostedFile
  words: readonly string[]
  filled: Filled
}

function OneFile({ file: { path, text }, words, filled }: OneFileProps) {
  if (text === '')
    return (
      <p className="text-side">
        <code>{path}</code>, an empty file
      </p>
    )
  const shown = fillIn(text, words, filled)
  return <RawText name={<code>{path}</code>} text={shown.text} marks={shown.marks} copy="file" />
}

interface SaveProps {
  files: readonly HostedFile[]
  policy: string
  archive: string
}

/** The policy file as it is to be served, lines ended with CRLF; and all files at their places, where there are several. */
function Save({ files, policy, archive }: SaveProps) {
  const others = files.filter(({ path }) => !path.endsWith('mta-sts.txt'))
  return (
    <Actions>
      <Button look="small" onClick={() => saveFile('mta-sts.txt', 'text/plain', policy)}>
        Save mta-sts.txt
      </Button>
      {files.length > 1 && (
        <Button look="small" onClick={() => void saveZip(files, archive)}>
          Save all {files.length} files as a zip
        </Button>
      )}
      {files.length === 1 &&
        others.map(({ path, text }) => (
          <Button key={path} look="small" onClick={() => saveFile(path, 'text/plain', text)}>
            Save {path}
          </Button>
        ))}
    </Actions>
  )
}

async function saveZip(files: readonly HostedFile[], name: string): Promise<void> {
  const { zipped } = await import('../../../publish/zip.ts')
  saveBlob(name, new Blob([zipped(files)], { type: 'application/zip' }))
}
