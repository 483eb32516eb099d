declare module 'virtual:shipped-rulesets' {
  export const shippedLaw: import('../law/shipped-law.js').ShippedLaw;
}
