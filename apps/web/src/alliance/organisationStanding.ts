/** Where an organisation or alliance stands, in words. */
export const organisationStanding = {
  INVITED: 'alliance.org-invited',
  ASKED: 'alliance.org-asked',
  TAKES_PART: 'alliance.org-yes',
  DECLINED: 'alliance.org-no',
  LATER: 'alliance.org-later',
  LEFT: 'alliance.org-left',
  // The list leaves it out, as it does those who left.
  ASKED_TO_LEAVE: 'alliance.org-left',
} as const;
