import { Api } from './api/api.js';
import { Requests } from './api/requests.js';
import { Cable } from './cable/cable.js';
import { Chat } from './live/chat.js';
import { ChatPage } from './view/chat-page.js';

/** The chat rooms, which the session of a cookie opens. */
export class ChatPlace {
  requests = new Requests();
  api = new Api(this.requests);
  lead = 'signIn.lead';

  async enter() {
    const me = await this.api.me();
    this.requests.csrfToken = me.csrfToken;
    return me;
  }

  open(me) {
    return new Chat({ me, api: this.api, cable: new Cable('/cable') });
  }

  page({ ui, live }) {
    return new ChatPage({ ui, chat: live });
  }

  leave(chat) {
    chat.forgetUnsent();
  }
}
