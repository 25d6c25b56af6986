/** What every answer says about itself to browsers; pages, errors and cached answers alike. */
import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Nothing here needs a device, a payment or an advertisement; scripts of ours are kept from them too. */
const NO_FEATURES = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ')

/** In development Vite puts styles into the page and talks over a socket. */
export function securityHeaders({ development }: { development: boolean }): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
          imgSrc: ["'self'", 'data:'],
          connectSrc: development ? ["'self'", 'ws:'] : ["'self'"],
          fontSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      referrerPolicy: { policy: 'no-referrer' },
      frameguard: { action: 'deny' },
      // A page that another site opens shares no window with it.
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      crossOriginEmbedderPolicy: false,
      // Reading is open to every origin; the pages themselves stay unframed by the policy above.
      crossOriginResourcePolicy: { policy: 'cross-origin' },
      // Whether there is TLS is the business of what stands in front; that is where this header is set.
      strictTransportSecurity: false,
    }),
    (_req, res, next) => {
      res.set('Permissions-Policy', NO_FEATURES)
      next()
    },
  ]
}
