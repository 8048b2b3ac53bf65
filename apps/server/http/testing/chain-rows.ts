// SPDX-License-Identifier: EUPL-1.2
import { chainKeepers, everyone, frameworkReaders, watchers } from './rows.ts'

/** Of suppliers and customers, in the house and behind links. */
export const chainRows = {
  'GET /api/v1/chain': frameworkReaders(200),
  'GET /api/v1/chain/suppliers/:id': frameworkReaders(404),
  'GET /api/v1/chain/suppliers/:id/weighing': frameworkReaders(400),
  'GET /api/v1/chain/suppliers/:id/clauses': frameworkReaders(400),
  'GET /api/v1/chain/questionnaires': frameworkReaders(200),
  'GET /api/v1/chain/reviews/:id': frameworkReaders(404),
  'GET /api/v1/chain/remote-access': frameworkReaders(200),
  'POST /api/v1/chain/suppliers/:id/questionnaires': chainKeepers(422),
  'GET /api/v1/chain/suppliers/:id/vulnerabilities': chainKeepers(404),
  'POST /api/v1/chain/suppliers/:id/vulnerabilities': chainKeepers(422),
  'GET /api/v1/chain/suppliers/:id/events': frameworkReaders(404),
  'POST /api/v1/chain/suppliers/:id/notices': watchers(422),
  'POST /api/v1/chain/reviews/:id/link': chainKeepers(422),
  'DELETE /api/v1/chain/reviews/:id/link': chainKeepers(404),
  'POST /api/v1/chain/reviews/:id/assessment': chainKeepers(422),
  // Nothing in it is nothing that an inspection wrote.
  'POST /api/v1/chain/remote-access/sessions': watchers(422),
  'POST /api/v1/chain/remote-access/review': watchers(422),
  'GET /api/v1/chain/customers': frameworkReaders(200),
  'GET /api/v1/chain/customers/answers': frameworkReaders(400),
  'GET /api/v1/chain/customers/questionnaires/:id': frameworkReaders(404),
  'GET /api/v1/chain/customers/shares/:id': frameworkReaders(404),
  'GET /api/v1/chain/customers/shares/:id/pack': chainKeepers(400),
  'GET /api/v1/chain/customers/shares/:id/summary': chainKeepers(400),
  'POST /api/v1/chain/customers/questionnaires': chainKeepers(422),
  'POST /api/v1/chain/customers/questionnaires/:id/file': chainKeepers(404),
  'POST /api/v1/chain/customers/questionnaires/:id/sent': chainKeepers(404),
  'POST /api/v1/chain/customers/answers/:id/approval': chainKeepers(422),
  'POST /api/v1/chain/customers/shares/:id/link': chainKeepers(404),
  'DELETE /api/v1/chain/customers/shares/:id/link': chainKeepers(404),
  // Who has the link and its code looks; anything else says no more than that.
  'POST /api/v1/trust': everyone(422),
  'POST /api/v1/trust/pack': everyone(422),
  // Who has the link answers; a link that leads nowhere says no more than that.
  'POST /api/v1/questionnaire': everyone(404),
  'POST /api/v1/questionnaire/answers': everyone(422),
  'POST /api/v1/questionnaire/files': everyone(400),
  'POST /api/v1/questionnaire/files/removal': everyone(422),
  'POST /api/v1/questionnaire/delegates': everyone(422),
  'POST /api/v1/questionnaire/delegates/removal': everyone(422),
  'POST /api/v1/questionnaire/submission': everyone(422),
  'POST /api/v1/questionnaire/notices': everyone(422),
  'POST /api/v1/questionnaire/copy': everyone(422),
}
