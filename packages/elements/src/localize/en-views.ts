// English for saved views; it comes with them.

/** Built-in English of the group `views`. */
export const views = {
  label: 'Views',
  current: (name: string) => `View: ${name}`,
  changedName: (name: string) => `${name}, changed`,
  changed: 'changed',
  saveAs: 'Save as view…',
  form: 'Save as view',
  saveChanges: (name: string) => `Save changes to “${name}”`,
  name: 'Name',
  save: 'Save',
  saving: 'Saving…',
  nameEmpty: 'Give the view a name.',
  saved: (name: string) => `Saved “${name}”`,
  notSaved: (name: string, why: string) => `“${name}” was not saved. ${why}`,
};
