// SPDX-License-Identifier: EUPL-1.2
// The six models of OSCAL 1.2.2 that are read and written here: which members an object may have
// and what each holds. `!` is required, `[]` a list of at least one. A test holds the table against
// the published schema where that is at hand.

const table = `
catalog:
  back-matter controls=control[] groups=group[] metadata=metadata! params=parameter[] uuid=uuid!
back-matter:
  resources=back-matter.resources[]
back-matter.resources:
  base64=back-matter.resources.base64 citation=back-matter.resources.citation description=string
  document-ids=document-id[] props=property[] remarks=string
  rlinks=back-matter.resources.rlinks[] title=string uuid=uuid!
back-matter.resources.base64:
  filename=token media-type=string value=string!
back-matter.resources.citation:
  links=link[] props=property[] text=string!
link:
  href=uri-reference! media-type=string rel=token resource-fragment=string text=string
property:
  class=token group=token name=token! ns=uri remarks=string uuid value=string!
document-id:
  identifier=string! scheme=uri
back-matter.resources.rlinks:
  hashes=hash[] href=uri-reference! media-type=string
hash:
  algorithm=string! value=string!
control:
  class=token controls=control[] id=token! links=link[] params=parameter[] parts=part[]
  props=property[] title=string!
parameter:
  class=token constraints=parameter-constraint[] depends-on=token
  guidelines=parameter-guideline[] id=token label=string links=link[] props=property[]
  remarks=string select=parameter-selection usage=string values=string[]
parameter-constraint:
  description=string tests=parameter-constraint.tests[]
parameter-constraint.tests:
  expression=string! remarks=string
parameter-guideline:
  prose=string!
parameter-selection:
  choice=string[] how-many=token
part:
  class=token id=token links=link[] name=token! ns=uri parts=part[] props=property[]
  prose=string title=string
group:
  class=token controls=control[] groups=group[] id=token links=link[] params=parameter[]
  parts=part[] props=property[] title=string
metadata:
  actions=action[] document-ids=document-id[] last-modified=instant! links=link[]
  locations=metadata.locations[] oscal-version=string! parties=metadata.parties[]
  props=property[] published=instant remarks=string responsible-parties=responsible-party[]
  revisions=metadata.revisions[] roles=metadata.roles[] title=string! version=string!
action:
  date=instant links=link[] props=property[] remarks=string
  responsible-parties=responsible-party[] system=uri! type=token! uuid=uuid!
responsible-party:
  links=link[] party-uuids=string[]! props=property[] remarks=string role-id=token!
metadata.locations:
  address email-addresses=string[] links=link[] props=property[] remarks=string
  telephone-numbers=telephone-number[] title=string urls=uri[] uuid=uuid!
address:
  addr-lines=string[] city=string country=string postal-code=string state=string type=token
telephone-number:
  number=string! type=string
metadata.parties:
  addresses=address[] email-addresses=string[] external-ids=metadata.parties.external-ids[]
  links=link[] location-uuids=string[] member-of-organizations=uuid[] name=string
  props=property[] remarks=string short-name=string telephone-numbers=telephone-number[]
  type=string uuid
metadata.parties.external-ids:
  id=string! scheme=uri!
metadata.revisions:
  last-modified=string links=link[] oscal-version=string props=property[] published=string
  remarks=string title=string version=string!
metadata.roles:
  description=string id=token! links=link[] props=property[] remarks=string short-name=string
  title=string!
profile:
  back-matter imports=import[]! merge metadata=metadata! modify uuid=uuid!
import:
  exclude-controls=select-control-by-id[] href=uri-reference include-all
  include-controls=select-control-by-id[]
select-control-by-id:
  matching=matching[] with-child-controls=token with-ids=string[]
matching:
  pattern=string remarks=string
include-all:
merge:
  as-is=boolean combine=merge.combine custom=merge.custom flat=merge.flat
merge.combine:
merge.flat:
merge.custom:
  groups=profile/group[] insert-controls=insert-controls[]
profile/group:
  class=token groups=profile/group[] id=token insert-controls=insert-controls[] links=link[]
  params=parameter[] parts=part[] props=property[] title=string
insert-controls:
  exclude-controls=select-control-by-id[] include-all include-controls=select-control-by-id[]
  order=token
modify:
  alters=modify.alters[] set-parameters=modify.set-parameters[]
modify.alters:
  adds=modify.alters.adds[] control-id=token! removes=modify.alters.removes[]
modify.alters.adds:
  by-id=token links=link[] params=parameter[] parts=part[] position=token props=property[]
  title=string
modify.alters.removes:
  by-class=token by-id=token by-item-name=token by-name=token by-ns=uri remarks=string
modify.set-parameters:
  class=token constraints=parameter-constraint[] depends-on=token
  guidelines=parameter-guideline[] label=string links=link[] param-id=token props=property[]
  select=parameter-selection usage=string values=string[]
mapping-collection:
  back-matter mappings=mapping[]! metadata=metadata! provenance=mapping-provenance! uuid=uuid!
mapping:
  confidence-score coverage links=link[] mapping-description=string maps=map[]!
  matching-rationale=string method=string props=property[] remarks=string
  source-gap-summary=gap-summary source-resource=mapping-resource-reference! status=string
  target-gap-summary=gap-summary target-resource=mapping-resource-reference! uuid=uuid!
confidence-score:
  category=string percentage=number
coverage:
  generation-method=string target-coverage=number!
map:
  confidence-score coverage links=link[] matching-rationale=string ns=uri props=property[]
  qualifiers=qualifier-item[] relationship=token! remarks=string sources=mapping-item[]!
  targets=mapping-item[]! uuid=uuid!
qualifier-item:
  category=string! description=string! predicate=string! remarks=string subject=string!
mapping-item:
  id-ref=string! links=link[] props=property[] remarks=string type=token!
gap-summary:
  unmapped-controls=select-control-by-id[]! uuid=uuid!
mapping-resource-reference:
  href=uri-reference! links=link[] ns=uri props=property[] remarks=string type=token!
mapping-provenance:
  confidence-score coverage links=link[] mapping-description=string! matching-rationale=string!
  method=string! props=property[] remarks=string responsible-parties=responsible-party[]
  status=string!
component-definition:
  back-matter capabilities=capability[] components=defined-component[]
  import-component-definitions=import-component-definition[] metadata=metadata! uuid=uuid!
capability:
  control-implementations=control-implementation[] description=string!
  incorporates-components=incorporates-component[] links=link[] name=string! props=property[]
  remarks=string uuid=uuid!
control-implementation:
  description=string! implemented-requirements=implemented-requirement[]! links=link[]
  props=property[] set-parameters=set-parameter[] source=uri-reference! uuid=uuid!
implemented-requirement:
  control-id=token! description=string! links=link[] props=property[] remarks=string
  responsible-roles=responsible-role[] set-parameters=set-parameter[] statements=statement[]
  uuid=uuid!
responsible-role:
  links=link[] party-uuids=string[] props=property[] remarks=string role-id=token!
set-parameter:
  param-id=token! remarks=string values=string[]!
statement:
  description=string! links=link[] props=property[] remarks=string
  responsible-roles=responsible-role[] statement-id=token! uuid=uuid!
incorporates-component:
  component-uuid=uuid! description=string!
defined-component:
  control-implementations=control-implementation[] description=string! links=link[]
  props=property[] protocols=protocol[] purpose=string remarks=string
  responsible-roles=responsible-role[] title=string! type=string! uuid=uuid!
protocol:
  name=string port-ranges=port-range[] title=string uuid
port-range:
  end=integer remarks=string start=integer transport=token
import-component-definition:
  href=uri-reference! remarks=string
assessment-results:
  back-matter import-ap=import-ap! local-definitions=assessment-results.local-definitions
  metadata=metadata! results=result[]! uuid=uuid!
import-ap:
  href=uri-reference! remarks=string
assessment-results.local-definitions:
  activities=activity[] objectives-and-methods=local-objective[] remarks=string
activity:
  description=string! links=link[] props=property[] related-controls=reviewed-controls
  remarks=string responsible-roles=responsible-role[] steps=activity.steps[] title=string
  uuid=uuid!
reviewed-controls:
  control-objective-selections=reviewed-controls.control-objective-selections[]
  control-selections=reviewed-controls.control-selections[]! description=string links=link[]
  props=property[] remarks=string
reviewed-controls.control-objective-selections:
  description=string exclude-objectives=select-objective-by-id[] include-all
  include-objectives=select-objective-by-id[] links=link[] props=property[] remarks=string
select-objective-by-id:
  objective-id=token! remarks=string
reviewed-controls.control-selections:
  description=string exclude-controls=assessment/select-control-by-id[] include-all
  include-controls=assessment/select-control-by-id[] links=link[] props=property[]
  remarks=string
assessment/select-control-by-id:
  control-id=token! statement-ids=token[]
activity.steps:
  description=string! links=link[] props=property[] remarks=string
  responsible-roles=responsible-role[] reviewed-controls title=string uuid=uuid!
local-objective:
  control-id=token! description=string links=link[] parts=part[]! props=property[]
  remarks=string
result:
  assessment-log=result.assessment-log attestations=result.attestations[] description=string!
  end=instant findings=finding[] links=link[] local-definitions=result.local-definitions
  observations=observation[] props=property[] remarks=string
  reviewed-controls=reviewed-controls! risks=risk[] start=instant! title=string! uuid=uuid!
result.assessment-log:
  entries=result.assessment-log.entries[]!
result.assessment-log.entries:
  description=string end=instant links=link[] logged-by=logged-by[] props=property[]
  related-tasks=related-task[] remarks=string start=instant! title=string uuid=uuid!
logged-by:
  party-uuid=uuid! remarks=string role-id=token
related-task:
  identified-subject=related-task.identified-subject links=link[] props=property[]
  remarks=string responsible-parties=responsible-party[] subjects=assessment-subject[]
  task-uuid=uuid!
related-task.identified-subject:
  subject-placeholder-uuid=uuid! subjects=assessment-subject[]!
assessment-subject:
  description=string exclude-subjects=select-subject-by-id[] include-all
  include-subjects=select-subject-by-id[] links=link[] props=property[] remarks=string
  type=token
select-subject-by-id:
  links=link[] props=property[] remarks=string subject-uuid=uuid! type=token!
result.attestations:
  parts=assessment-part[]! responsible-parties=responsible-party[]
assessment-part:
  class=token links=link[] name=token! ns=uri parts=assessment-part[] props=property[]
  prose=string title=string uuid
finding:
  description=string! implementation-statement-uuid=uuid links=link[] origins=origin[]
  props=property[] related-observations=related-observation[] related-risks=associated-risk[]
  remarks=string target=finding-target! title=string! uuid=uuid!
origin:
  actors=origin-actor[]! related-tasks=related-task[]
origin-actor:
  actor-uuid=uuid! links=link[] props=property[] role-id=token type=token!
related-observation:
  observation-uuid=uuid! remarks=string
associated-risk:
  remarks=string risk-uuid=uuid!
finding-target:
  description=string implementation-status links=link[] props=property[] remarks=string
  status=finding-target.status! target-id=token! title=string type=string!
implementation-status:
  remarks=string state=token!
finding-target.status:
  reason=token remarks=string state=token!
result.local-definitions:
  assessment-assets components=system-component[] inventory-items=inventory-item[] tasks=task[]
  users=system-user[]
assessment-assets:
  assessment-platforms=assessment-assets.assessment-platforms[]! components=system-component[]
assessment-assets.assessment-platforms:
  links=link[] props=property[] remarks=string title=string
  uses-components=assessment-assets.assessment-platforms.uses-components[] uuid=uuid!
assessment-assets.assessment-platforms.uses-components:
  component-uuid=uuid! links=link[] props=property[] remarks=string
  responsible-parties=responsible-party[]
system-component:
  description=string! links=link[] props=property[] protocols=protocol[] purpose=string
  remarks=string responsible-roles=responsible-role[] status=system-component.status!
  title=string! type=string! uuid=uuid!
system-component.status:
  remarks=string state=token!
inventory-item:
  description=string! implemented-components=inventory-item.implemented-components[]
  links=link[] props=property[] remarks=string responsible-parties=responsible-party[]
  uuid=uuid!
inventory-item.implemented-components:
  component-uuid=uuid! links=link[] props=property[] remarks=string
  responsible-parties=responsible-party[]
task:
  associated-activities=task.associated-activities[] dependencies=task.dependencies[]
  description=string links=link[] props=property[] remarks=string
  responsible-roles=responsible-role[] subjects=assessment-subject[] tasks=task[]
  timing=task.timing title=string! type=token! uuid=uuid!
task.associated-activities:
  activity-uuid=uuid! links=link[] props=property[] remarks=string
  responsible-roles=responsible-role[] subjects=assessment-subject[]!
task.dependencies:
  remarks=string task-uuid=uuid!
task.timing:
  at-frequency=task.timing.at-frequency on-date=task.timing.on-date
  within-date-range=task.timing.within-date-range
task.timing.on-date:
  date=instant! remarks=string
task.timing.within-date-range:
  end=instant! remarks=string start=instant!
task.timing.at-frequency:
  period=integer! remarks=string unit=string!
system-user:
  authorized-privileges=authorized-privilege[] description=string links=link[] props=property[]
  remarks=string role-ids=string[] short-name=string title=string uuid=uuid!
authorized-privilege:
  description=string functions-performed=string[]! title=string!
observation:
  collected=instant! description=string! expires=instant links=link[] methods=string[]!
  origins=origin[] props=property[] relevant-evidence=observation.relevant-evidence[]
  remarks=string subjects=subject-reference[] title=string types=token[] uuid=uuid!
observation.relevant-evidence:
  description=string! href=uri-reference links=link[] props=property[] remarks=string
subject-reference:
  links=link[] props=property[] remarks=string subject-uuid=uuid! title=string type=token!
risk:
  characterizations=characterization[] deadline=instant description=string! links=link[]
  mitigating-factors=risk.mitigating-factors[] origins=origin[] props=property[]
  related-observations=related-observation[] remediations=response[] risk-log=risk.risk-log
  statement=string! status=token! threat-ids=threat-id[] title=string! uuid=uuid!
characterization:
  facets=characterization.facets[]! links=link[] origin=origin! props=property[]
characterization.facets:
  links=link[] name=token! props=property[] remarks=string system=uri! value=string!
risk.mitigating-factors:
  description=string! implementation-uuid=uuid links=link[] props=property[]
  subjects=subject-reference[] uuid=uuid!
response:
  description=string! lifecycle=token! links=link[] origins=origin[] props=property[]
  remarks=string required-assets=response.required-assets[] tasks=task[] title=string!
  uuid=uuid!
response.required-assets:
  description=string! links=link[] props=property[] remarks=string subjects=subject-reference[]
  title=string uuid=uuid!
risk.risk-log:
  entries=risk.risk-log.entries[]!
risk.risk-log.entries:
  description=string end=instant links=link[] logged-by=logged-by[] props=property[]
  related-responses=risk.risk-log.entries.related-responses[] remarks=string start=instant!
  status-change=token title=string uuid=uuid!
risk.risk-log.entries.related-responses:
  links=link[] props=property[] related-tasks=related-task[] remarks=string response-uuid=uuid!
threat-id:
  href=uri-reference id=uri! system=uri!
plan-of-action-and-milestones:
  back-matter findings=finding[] import-ssp local-definitions metadata=metadata!
  observations=observation[] poam-items=poam-item[]! risks=risk[] system-id uuid=uuid!
import-ssp:
  href=uri-reference! remarks=string
local-definitions:
  assessment-assets components=system-component[] inventory-items=inventory-item[]
  remarks=string
poam-item:
  description=string! links=link[] origins=poam-item.origins[] props=property[]
  related-findings=poam-item.related-findings[] related-observations=related-observation[]
  related-risks=associated-risk[] remarks=string title=string! uuid
poam-item.origins:
  actors=origin-actor[]!
poam-item.related-findings:
  finding-uuid=uuid! remarks=string
system-id:
  id=string! identifier-type=uri
`

export interface Member {
  readonly type: string
  readonly isList: boolean
  readonly isRequired: boolean
}

export type Shape = ReadonlyMap<string, Member>

export const shapes: ReadonlyMap<string, Shape> = parsed()

export const models = [
  'catalog',
  'profile',
  'mapping-collection',
  'component-definition',
  'assessment-results',
  'plan-of-action-and-milestones',
] as const
export type Model = (typeof models)[number]

function parsed(): Map<string, Shape> {
  const found = new Map<string, Map<string, Member>>()
  let shape = new Map<string, Member>()
  for (const line of table.split('\n')) {
    if (/^\S+:$/.test(line)) {
      shape = new Map()
      found.set(line.slice(0, -1), shape)
      continue
    }
    for (const word of line
      .trim()
      .split(/\s+/)
      .filter((one) => one !== '')) {
      const [name = '', given = name] = word.split('=')
      const isRequired = given.endsWith('!')
      const bare = isRequired ? given.slice(0, -1) : given
      const isList = bare.endsWith('[]')
      shape.set(name, { type: isList ? bare.slice(0, -2) : bare, isList, isRequired })
    }
  }
  return found
}
