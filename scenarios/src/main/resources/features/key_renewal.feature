@keys
Feature: The MAC key is renewed within a day

  The host gives a terminal new working keys at sign-in. When its MAC key has grown old, or somebody at the host wants
  it, the header of every answer asks for a sign-in, and the terminal makes it before its next transaction.

  Background:
    Given T1 starts signed-in

  @K-22
  Scenario: The sale after a day's first answer runs under a new MAC key
    When 24 h later
    And the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the last 0210 to T1 demands a new sign-in
    And the MAC key of T1 is still the one from the start
    When the clerk sells goods for 8.00 yuan with card B
    Then the last sale is approved
    And T1 has signed in by itself
    And T1 has sent in this order:
      | message | fields          |
      | 0800    | F60.3 004       |
      | 0200    | F4 000000000800 |
    And the last 0200 from T1 has a good MAC
    And the MAC key of T1 equals the MAC key of T1 at the host
    And the life of the MAC key of T1 reads:
      | state   |
      | ACTIVE  |
      | REVOKED |
      | ACTIVE  |

  @K-22
  Scenario Outline: Whatever the terminal sends, <what>, the answer demands a sign-in
    When 24 h later
    And <act>
    Then the last <answer> to T1 demands a new sign-in

    Examples:
      | what          | act                                     | answer |
      | an inquiry    | the clerk queries the balance of card A | 0210   |
      | a settlement  | the clerk settles                       | 0510   |

  @K-22
  Scenario: A reversal and a decline are answers like any other
    Given card A starts with a balance of 100 yuan
    And the next 0210 to T1 is lost
    When 24 h later
    And the clerk sells goods for 25.00 yuan with card A
    And the clerk sells goods for 900.00 yuan with card A
    Then the last 0410 to T1 demands a new sign-in
    And the last 0210 to T1 has F39 51
    And the last 0210 to T1 demands a new sign-in

  @K-22
  Scenario Outline: A key may grow as old as the host's policy says, here <life>
    Given the host follows the policy macKeyLife = <life>
    When <age> later
    And the clerk sells goods for 5.00 yuan with card A
    And the clerk sells goods for 6.00 yuan with card A
    Then the last sale is approved
    And T1 has sent 0800 <sign-ins>

    Examples:
      | life | age    | sign-ins |
      | 24h  | 23 h   | 0 times  |
      | 12h  | 13 h   | once     |
      | 48h  | 47 h   | 0 times  |

  Scenario: The host demands a sign-in that is not due
    When the host demands a new sign-in from T1
    And the clerk sells goods for 25.00 yuan with card A
    Then the last 0210 to T1 demands a new sign-in
    When the clerk sells goods for 8.00 yuan with card B
    Then the last sale is approved
    And T1 has signed in by itself
    And the MAC key of T1 equals the MAC key of T1 at the host

  Scenario: A demand stands until the sign-in has come
    When the host demands a new sign-in from T1
    And the clerk sells goods for 25.00 yuan with card A
    And the power of T1 fails
    And the power of T1 returns
    And the clerk sells goods for 8.00 yuan with card B
    Then the last 0210 to T1 demands a new sign-in
    When the clerk signs in
    And the clerk sells goods for 9.00 yuan with card B
    Then the last sale is approved
    And T1 has sent 0800 once

  @S-15
  Scenario: Terminal and switch have MAC keys of their own, and only one of them is renewed
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk signs in
    And the clerk sells goods for 8.00 yuan with card B
    Then the 1st sale is approved
    And the 2nd sale is approved
    And F64 differs on the two legs of the 1st sale
    And F64 differs on the two legs of the 2nd sale
    And the life of the MAC key of T1 at the host reads:
      | state   |
      | ACTIVE  |
      | REVOKED |
      | ACTIVE  |
    And the HSM has translated the PIN of the 2nd sale from the PIN key to the zone PIN key
