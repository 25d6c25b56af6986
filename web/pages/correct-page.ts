/** The form by which anyone can ask for a correction or a removal, and the page that says that it arrived. */
import { html, type ServerRenderedTemplate } from '@lit-labs/ssr'
import { nothing } from 'lit'
import { MESSAGE_WISHES, type MessageWish } from '../../db/vocabulary/lists.ts'
import { type Content, type PageContext, page } from './layout.ts'

/** What a visitor wrote, and what is wrong with it by field. */
export interface CorrectForm {
  wish: string
  about: string
  says: string
  errors: Readonly<Record<string, string>>
}

export const LONGEST_MESSAGE = 4000

const WISHES: Readonly<Record<MessageWish, string>> = {
  correct: 'Something is wrong or missing',
  remove: 'Something should not be public',
  other: 'Something else',
}

export function correctPage(form: CorrectForm, context: PageContext): ServerRenderedTemplate {
  const { wish, about, says, errors } = form
  const wrong = Object.keys(errors).length > 0
  const marked = (field: string, hint: string) => ({
    invalid: errors[field] ? 'true' : nothing,
    describedBy: errors[field] ? `${field}-error ${hint}` : hint,
  })
  return page(context, {
    title: wrong ? 'Not sent yet: correct or remove' : 'Correct or remove',
    description: 'Ask for a correction or removal. No account, no address, and nothing about you is kept.',
    data: null,
    canonical: '/correct',
    main: html`<article class="prose">
      <h1>Correct or remove</h1>
      <p>
        Say what is wrong, what is missing, or what should not be here. If something puts a person in danger, say so first: editors can
        hide it at once. Your message is read by the editors alone; no part of it becomes public.
      </p>
      <p>
        This form keeps nothing but what you write in it: not your address on the network, not your browser, no cookie. If you want an
        answer, write how you can be reached. If you are watched, do not write from your own machine or name yourself.
      </p>
      ${
        wrong
          ? html`<div class="card fault" role="alert">
              <h2 class="plain">Not sent yet</h2>
              <ul>
                ${Object.entries(errors).map(([field, error]) => html`<li><a href="#${field}">${error}</a></li>`)}
              </ul>
            </div>`
          : nothing
      }
      <form class="message" method="post" action="/correct" novalidate>
        <fieldset id="wish" aria-describedby=${errors.wish ? 'wish-error' : nothing}>
          <legend>What is it about?</legend>
          ${MESSAGE_WISHES.map(
            (value) =>
              html`<label><input type="radio" name="wish" value=${value} ?checked=${wish === value}> ${WISHES[value]}</label>`,
          )}
          ${errorOf('wish', errors)}
        </fieldset>
        <p>
          <label for="about">Which page</label>
          <input
            id="about"
            name="about"
            type="text"
            maxlength="300"
            value=${about}
            aria-invalid=${marked('about', 'about-hint').invalid}
            aria-describedby=${marked('about', 'about-hint').describedBy}
          >
          <small id="about-hint">Its address here, such as /measures/…; may be left empty.</small>
          ${errorOf('about', errors)}
        </p>
        <p>
          <label for="says">Your message</label>
          <textarea
            id="says"
            name="says"
            rows="9"
            maxlength=${LONGEST_MESSAGE}
            required
            aria-invalid=${marked('says', 'says-hint').invalid}
            aria-describedby=${marked('says', 'says-hint').describedBy}
          >${says}</textarea>
          <small id="says-hint">Up to ${LONGEST_MESSAGE} signs. A source helps: an address, a gazette, a page.</small>
          ${errorOf('says', errors)}
        </p>
        <p class="unseen" aria-hidden="true">
          <label for="website">Leave this field empty</label>
          <input id="website" name="website" type="text" tabindex="-1" autocomplete="off">
        </p>
        <button>Send to the editors</button>
      </form>
    </article>`,
  })
}

const errorOf = (field: string, errors: CorrectForm['errors']): Content =>
  errors[field] ? html`<span class="error" id="${field}-error">${errors[field]}</span>` : nothing

/** `number` is what the sender can name when asking again. */
export function receivedPage(number: string, context: PageContext): ServerRenderedTemplate {
  return page(context, {
    title: 'Received',
    description: 'Your message has reached the editors.',
    data: null,
    canonical: null,
    main: html`<article class="prose">
      <h1>Received</h1>
      <p>Your message waits for the editors. Its number is <strong>${number}</strong>; name it if you write again about the same.</p>
      <p>
        If it is a correction, you will find it in the <a href="/versions">log of versions</a> when it is made. Removals are not
        announced.
      </p>
      <p><a href="/">To the timeline</a></p>
    </article>`,
  })
}
