/** Amazon S3 behind CloudFront: S3 alone has no HTTPS for names of your own. */
import {
  lookAtIt,
  policyFile,
  POLICY_PATH,
  type Hosted,
  type PolicyHosting,
  type PolicySite,
} from '../policy-hosting.ts'

export const s3Cloudfront: PolicyHosting = {
  id: 's3-cloudfront',
  title: 'S3 and CloudFront',
  write,
}

function write(site: PolicySite): Hosted {
  const file = policyFile(site)
  const type = "--content-type 'text/plain; charset=utf-8' --cache-control 'max-age=60'"
  return {
    files: [file],
    steps: [
      `Ask for a certificate for \`${site.policyHost}\` in ACM, region \`us-east-1\`. CloudFront takes no other.`,
      `Make a CloudFront distribution before the bucket, with \`${site.policyHost}\` as its alternate name and that certificate.`,
      `Upload the file: \`aws s3 cp ${file.path} s3://BUCKET${POLICY_PATH} ${type}\`.`,
      `After each change run \`aws cloudfront create-invalidation --distribution-id DISTRIBUTIONID --paths '${POLICY_PATH}'\`.`,
      'Let no error page answer 200: a sender that gets a web page in place of the file has no policy.',
      `Publish \`${site.policyHost}\` as a CNAME of \`DISTRIBUTION.cloudfront.net\`.`,
      'To let browsers read the file, choose the response headers policy `SimpleCORS`.',
      lookAtIt(site),
    ],
    replaceHere: ['BUCKET', 'DISTRIBUTIONID', 'DISTRIBUTION.cloudfront.net'],
    alias: 'DISTRIBUTION.cloudfront.net',
  }
}
