// Engagements, their items and invoicing methods in their tables: a field a column, and beside an engagement's the keys by
// which its list filters, orders and searches. Those are made by core's own functions, so SQL and memory order alike.
import { engagementSortKey, searchKey, titleKey } from '@followthrough/core/domain';
import { nameKeys } from './name-keys.ts';
import { dated, sparse } from './plain-storage.ts';

export const invoicingMethodStorage = dated<'invoicingMethod'>(
  'invoicing_method',
  {
    id: 'id',
    name: 'name',
    amount: 'amount',
    currency: 'currency',
    per: 'per',
    createdBy: 'created_by',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
    version: 'version',
  },
  ['createdAt', 'updatedAt'],
  ({ name }) => nameKeys(name),
);

export const engagementStorage = sparse(
  dated<'engagement'>(
    'engagement',
    {
      id: 'id',
      title: 'title',
      status: 'status',
      sharedAt: 'shared_at',
      shareCount: 'share_count',
      activatedAt: 'activated_at',
      coachId: 'coach_id',
      coacheeIds: 'coachee_ids',
      groupId: 'group_id',
      spectatorIds: 'spectator_ids',
      startDate: 'start_date',
      endDate: 'end_date',
      timeZone: 'time_zone',
      selfScheduling: 'self_scheduling',
      welcome: 'welcome',
      coachInvoicingMethodId: 'coach_invoicing_method_id',
      coacheeInvoicingMethodId: 'coachee_invoicing_method_id',
      createdBy: 'created_by',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
      updatedBy: 'updated_by',
      version: 'version',
      shown: 'shown',
      deleted: 'deleted',
      turnsOn: 'turns_on',
    },
    ['sharedAt', 'activatedAt', 'createdAt', 'updatedAt'],
    (engagement) => ({
      title_key: titleKey(engagement.title),
      search_key: searchKey(engagement.title, ''),
      start_key: engagementSortKey(engagement, 'start'),
      start_down_key: engagementSortKey(engagement, '-start'),
    }),
  ),
  'shown',
);

export const itemStorage = sparse(
  dated<'item'>(
    'item',
    {
      id: 'id',
      engagementId: 'engagement_id',
      title: 'title',
      position: 'position',
      content: 'content',
      session: 'session',
      release: 'release',
      due: 'due',
      responses: 'responses',
      completed: 'completed',
      actionIds: 'action_ids',
      createdBy: 'created_by',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
      updatedBy: 'updated_by',
      version: 'version',
      shown: 'shown',
      deleted: 'deleted',
    },
    ['createdAt', 'updatedAt'],
  ),
  'shown',
);
