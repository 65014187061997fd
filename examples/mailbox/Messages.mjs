/**
 * @typedef {object} Attachment
 * @property {string} fileName
 * @property {string} contentType
 * @property {Uint8Array} bytes
 *
 * @typedef {object} Message
 * @property {number} id
 * @property {number} receivedMs
 * @property {'email' | 'slack' | 'webhook'} channel
 * @property {string} to
 * @property {string} subject
 * @property {string} text
 * @property {string} key - The Message-ID of a mail, the Idempotency-Key of a post; empty where there is none.
 * @property {readonly Attachment[]} attachments
 */

const LIMIT = 200;

/** The last messages, in memory. */
export class Messages {
  #nextId = 1;
  /** @type {Message[]} */
  #messages = [];

  /** @param {Omit<Message, 'id' | 'receivedMs'>} message */
  add(message) {
    this.#messages.unshift({ ...message, id: this.#nextId, receivedMs: Date.now() });
    this.#nextId += 1;
    this.#messages.length = Math.min(this.#messages.length, LIMIT);
  }

  /** @returns {readonly Message[]} the newest first. */
  all() {
    return this.#messages;
  }
}
