/** Seconds in which kudos can be withdrawn, by the server's clock. */
export const kudosWithdrawWithin = 300;
