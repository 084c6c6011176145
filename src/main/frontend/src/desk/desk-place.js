import { ApiError } from '../api/api-error.js';
import { Requests } from '../api/requests.js';
import { Cable } from '../cable/cable.js';
import { DeskApi } from './api/desk-api.js';
import { Desk } from './live/desk.js';
import { DeskPage } from './view/desk-page.js';

/** The support desk, which the token of a sign-in opens. */
export class DeskPlace {
  requests = new Requests();
  api = new DeskApi(this.requests);
  lead = 'desk.lead';

  async enter() {
    if (!this.api.token) throw new ApiError({ status: 401 });
    const profile = await this.api.profile();
    const account = profile.accounts.find(({ id }) => id === profile.account_id);
    // Who belongs to no account can do nothing here, whatever the password.
    if (!account) throw new ApiError({ status: 403 });
    this.api.accountId = account.id;
    return { ...profile, name: profile.available_name, availability: account.availability };
  }

  open(me) {
    return new Desk({ me, api: this.api, cable: new Cable('/cable', this.api.token) });
  }

  page({ ui, live }) {
    return new DeskPage({ ui, desk: live });
  }

  leave() {}
}
