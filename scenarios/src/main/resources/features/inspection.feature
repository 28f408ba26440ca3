@keys
Feature: An operation manager inspects a terminal
  He types what he has done and how he found the equipment, makes himself known by chip card, stripe or number, and the
  terminal reports it to the host.

  Background:
    Given T1 starts signed-in
    And manager card M1 has the password 246810 and 3 tries

  @O-01
  Scenario: Ten digits, then one digit; other lengths are asked again
    When the technician chooses "inspection"
    Then T1 shows "work content, 10 digits"
    When the technician types 111111111
    Then T1 shows "wrong entry, type again"
    When the technician types 11111111111
    Then T1 shows "wrong entry, type again"
    When the technician types 1111211111
    Then T1 shows "equipment state, 1 digit"
    When the technician types 00
    Then T1 shows "wrong entry, type again"
    When the technician types 5
    Then T1 shows "wrong entry, type again"
    When the technician types 0
    Then T1 shows "insert or swipe the manager card, or type its number"
    When the technician types 8600000000000015
    Then the inspection is approved
    And the next 0800 from T1 has F60.3 460 and F62.DF51 3131313132313131313130

  @O-02 @R-01
  Scenario Outline: The chip card proves itself, <mode>
    Given T1 follows the policy download.mode = <mode>
    And the host follows the policy download.mode = <mode>
    When the technician inspects T1 with manager card M1
    Then the inspection is approved
    And the last inspection of T1 is graded STRONG
    And the inspection took these steps:
      | step   |
      | S51    |
      | S52    |
      | S53-IC |
      | S54-IC |
      | S55-IC |
      | S56    |
    And T1 holds 0 inspection reports to be sent

    Examples:
      | mode     |
      | LITERAL  |
      | HARDENED |

  @O-02
  Scenario: A card with the number of M1 and another key is not STRONG, nor anything
    Given manager card M1 holds another card key than the host expects
    When the technician inspects T1 with manager card M1
    Then the inspection is declined with D8
    And T1 has been inspected 0 times

  @O-02
  Scenario: Whoever has not the card key cannot answer for the host
    Given T1 follows the policy checkAnswerMac = false
    And the next 0810 to T1 is delivered with F62.DF45 changed to 0102030405060708
    When the technician inspects T1 with manager card M1
    Then T1 shows "host not authentic"
    And the inspection is refused by the terminal
    And T1 holds 1 inspection reports to be sent

  @O-03
  Scenario: A stripe is worth less
    When the technician inspects T1 with manager card M3
    Then the inspection is approved
    And the last inspection of T1 is graded WEAK
    And the next 0800 from T1 has F62.DF52 02
    And the inspection took these steps:
      | step   |
      | S51    |
      | S52    |
      | S53-MS |
      | S54-MS |
      | S56    |

  @O-03
  Scenario: The host knows a stripe by its registry
    Given the host has registered manager card M3 as lost
    When the technician inspects T1 with manager card M3
    Then the inspection is declined with D3
    And T1 has been inspected 0 times

  @O-04
  Scenario: A typed number has to have its check digit and be in the registry
    When the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 0
    And the technician types 8600000000000016
    Then T1 shows "wrong entry, type again"
    And T1 has sent nothing
    When the technician types 8600000000000015
    Then the inspection is approved
    And the last inspection of T1 is graded TYPED
    And the inspection took these steps:
      | step    |
      | S51     |
      | S52     |
      | S53-KEY |
      | S54-KEY |
      | S56     |

  @O-05
  Scenario: The host numbers it, and the terminal prints the number
    When the technician inspects T1 with manager card M1
    Then T1 shows "inspection {0} noted"
    And T1 has printed the inspection slip once
    And the last inspection slip of T1 reads "00000001"
    And the last inspection slip of T1 reads "STRONG 1111111111 good"

  @O-05
  Scenario Outline: A card that is <state> inspects nothing
    Given the host has registered manager card M1 as <state>
    When the technician inspects T1 with manager card M1
    Then the inspection is declined with <code>

    Examples:
      | state     | code |
      | unknown   | D2   |
      | lost      | D3   |
      | suspended | D4   |
      | expired   | D5   |

  @O-05
  Scenario: Not twice within the hour
    When the technician inspects T1 with manager card M1
    And 58 min later
    And the technician inspects T1 with manager card M1
    Then the last inspection is declined with 94
    And T1 has been inspected once
    When 2 min later
    And the technician inspects T1 with manager card M1
    Then the last inspection is approved
    And T1 has been inspected twice

  @O-05
  Scenario: A terminal out of service is not inspected
    When the clerk signs in
    Given the host has registered T1 as disabled
    When the technician inspects T1 with manager card M1
    Then the inspection is declined with 97

  @O-06
  Scenario: Three unknown numbers lock typed entry, until a card has inspected
    When the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 0
    And the technician types 8600000000000114
    Then the 1st inspection is declined with D2
    When the technician chooses "inspection"
    And the technician types 8600000000000114
    Then the 2nd inspection is declined with D2
    When the technician chooses "inspection"
    And the technician types 8600000000000114
    Then the 3rd inspection is declined with D2
    And the service desk of T1 has noted "typed entry locked"
    When the technician chooses "inspection"
    And the technician types 8600000000000015
    Then the 4th inspection is declined with D9
    And T1 has been inspected 0 times
    When the power of the host fails
    And the power of the host returns
    And the technician chooses "inspection"
    And the technician types 8600000000000015
    Then the 5th inspection is declined with D9
    When the technician inspects T1 with manager card M1
    Then the 6th inspection is approved
    When 61 min later
    And the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 0
    And the technician types 8600000000000015
    Then the 7th inspection is approved

  @O-10
  Scenario: A faulty terminal gets a ticket
    When the technician chooses "inspection"
    And the technician types 1111211111
    And the technician types 1
    And the technician types 8600000000000015
    Then the inspection is approved
    And the service desk of T1 has noted "fault 1052"
    And the inspection took these steps:
      | step    |
      | S51     |
      | S52     |
      | S53-KEY |
      | S54-KEY |
      | S56     |
      | S57     |
