// Clients of one make, led by a test through lines of JSON: a question in, an answer out.
import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Member } from './support/member.mjs';

const members = [];

const orders = {
  async enter({ seats, ownBackOff }) {
    for (const seat of seats) {
      const { connect } = await import(`./support/${library(seat.kind)}.mjs`);
      members.push(new Member(seat, connect, { ownBackOff }));
    }
  },
  speak({ pace }) {
    for (const member of members) member.speak(pace);
  },
  hush() {
    for (const member of members) member.hush();
  },
  type({ pace }) {
    for (const member of members) member.type(pace);
  },
  standings() {
    return { standings: members.map((member) => member.standing()) };
  },
  async diaries({ file }) {
    await writeFile(file, JSON.stringify(members.map((member) => member.diary())));
  },
};

const library = (kind) => (kind === 'BASE' ? 'rails-actioncable' : 'anycable-core');

// What a library throws in a timer ends no party: the test sees what its client did not hear.
process.on('uncaughtException', (failure) => console.error(failure));
process.on('unhandledRejection', (failure) => console.error(failure));

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  const answer = (await orders[question.do](question)) ?? {};
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
process.exit();
