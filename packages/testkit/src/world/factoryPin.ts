/** The PIN that a card has when it comes from China E-Port. It has nothing to do with an account's initial password. */
export const factoryPin = "88888888"
