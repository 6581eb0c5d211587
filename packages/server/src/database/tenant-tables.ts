// Every table that holds a tenant's rows: each has row-level security. What is referred to comes before what refers to it.
export const TENANT_TABLES = [
  'workspace',
  'company',
  'person',
  'member_group',
  'relationship',
  'meeting',
  'room',
  'section',
  'template',
  'invoicing_method',
  'engagement',
  'item',
  'action',
  'state_change',
  'intent',
  'revocation',
] as const;
