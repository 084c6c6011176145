/** What of an event a contact may never be told. */
const SECRETS = /"(contact_inbox|custom_attributes|contacts|email|phone_number)":/;

/** Says whether an event tells a contact what is not theirs. */
export const tooMuch = ({ event, data }) =>
  SECRETS.test(JSON.stringify(data)) ? [`${event} tells too much`] : [];
