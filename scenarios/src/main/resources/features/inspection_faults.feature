@keys
Feature: Inspections when something goes wrong
  Bytes that nobody's terminal sends, a registry that changes meanwhile, a manager who thinks again.

  Background:
    Given T1 starts signed-in
    And manager card M1 has the password 246810 and 3 tries

  @O-05
  Scenario Outline: A proof of another length is refused, and the host goes on: <tag>
    Given T2 starts unloaded
    And T2 follows the policy download.mode = <mode>
    And the host follows the policy download.mode = <mode>
    And the next 0800 from T2 is delivered with F62.<tag> changed to 01020304050607
    When the technician inspects T2 with manager card M1
    Then the inspection of T2 is declined with 30
    When the clerk of T1 signs in
    Then the sign-in of T1 is approved

    Examples:
      | tag  | mode     |
      | DF42 | LITERAL  |
      | DF43 | LITERAL  |
      | DF44 | LITERAL  |
      | DF44 | HARDENED |
      | DF4E | HARDENED |

  @O-05 @O-18
  Scenario: A card that is revoked while its proof is looked at stays revoked
    Given manager card M1 holds another card key than the host expects
    And the HSM answers 4 s late
    When the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 0
    And the technician inserts manager card M1
    And the technician types the card password 246810
    And 6 s later
    Given the host has registered manager card M1 as revoked
    When 60 s later
    Then the inspection is declined with D8
    When the technician removes manager card M1
    And the technician chooses "inspection"
    And the technician types 8600000000000015
    And 60 s later
    Then the last inspection is declined with D4

  @O-01
  Scenario: Who cancels types everything again
    When the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 4
    Then T1 shows "insert or swipe the manager card, or type its number"
    When the technician presses "CANCEL"
    Then the inspection is cancelled
    When the technician chooses "inspection"
    Then T1 shows "work content, 10 digits"
    When the technician types 1111111111
    And the technician types 9
    And the technician types 8600000000000114
    Then the last inspection is declined with D2
    When the technician chooses "inspection"
    Then T1 shows "insert or swipe the manager card, or type its number"
    When the technician presses "CANCEL"
    And the technician chooses "inspection"
    Then T1 shows "work content, 10 digits"

  @O-01
  Scenario: What was typed at a refused inspection is forgotten after ten minutes
    When the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 9
    And the technician types 8600000000000114
    Then the inspection is declined with D2
    When 11 min later
    And the technician chooses "inspection"
    Then T1 shows "work content, 10 digits"

  @O-05
  Scenario: A settled terminal is inspected under the keys that it still has
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk settles
    Then T1 is settled
    When the technician inspects T1 with manager card M1
    Then the inspection is approved
    And the last 0800 from T1 has F60.3 460 and F64 present
