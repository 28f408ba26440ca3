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

  @O-07 @O-10
  Scenario: The host loses its power behind the register, and its ticket is written when it is back
    Given the power of the host fails just after it stores the inspection report
    When the technician chooses "inspection"
    And the technician types 1111211111
    And the technician types 1
    And the technician types 8600000000000015
    Then the inspection is unanswered
    When the power of the host returns
    Then the service desk of T1 has noted "fault 1052"
    When the clerk signs in
    Then T1 holds 0 inspection reports to be sent
    And T1 has been inspected once

  @O-06
  Scenario: The lock of typed entry ends with the register, whatever the host's power does
    When the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 0
    And the technician types 8600000000000114
    And the technician chooses "inspection"
    And the technician types 8600000000000114
    And the technician chooses "inspection"
    And the technician types 8600000000000114
    Then the service desk of T1 has noted "typed entry locked"
    Given the power of the host fails just after it stores the inspection report
    When the technician inspects T1 with manager card M1
    And the power of the host returns
    And the clerk signs in
    Then T1 holds 0 inspection reports to be sent
    When 61 min later
    And the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 0
    And the technician types 8600000000000015
    Then the last inspection is approved

  @O-08
  Scenario: A work order holds its inspection, whatever the host's power does
    Given T2 starts unloaded
    And the host has opened a work order for T2
    When the manager downloads the master key to T2 with manager card M1
    Then the key download of T2 is approved
    Given the power of the host fails just after it stores the inspection report
    When the technician inspects T2 with manager card M1
    And the power of the host returns
    Then the work order for T2 holds a download and an inspection

  @O-06
  Scenario: An unknown number whose answer is lost is one number
    Given the next 0810 to T1 is lost
    When the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 0
    And the technician types 8600000000000114
    Then the inspection is unanswered
    When the clerk signs in
    Then the last 0800 from T1 has F60.3 460
    When the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 0
    And the technician types 8600000000000114
    Then the last inspection is declined with D2
    When the technician chooses "inspection"
    And the technician types 8600000000000015
    Then the last inspection is approved

  @O-07
  Scenario: A decline that anybody could have sent does not end a report
    Given a stranger answers the next 0800 from T1 with F39 97
    When the technician inspects T1 with manager card M3
    Then the last 0810 to T1 has F39 97 and F64 absent
    And the inspection is unanswered
    And T1 holds 1 inspection reports to be sent
    When the clerk signs in
    Then T1 has been inspected once
    And T1 holds 0 inspection reports to be sent

  @O-07
  Scenario: Without keys nobody is given the reports that wait
    Given T2 starts unloaded
    When the line of T2 goes down
    And the technician inspects T2 with manager card M3
    And 61 min later
    And the line of T2 comes back
    Given a stranger answers the next 0800 from T2 with F39 00
    When the technician inspects T2 with manager card M3
    Then T2 has sent 0800 once
    And T2 holds 1 inspection reports to be sent
    And T2 has been inspected 0 times

  @O-07
  Scenario: A power cut before the report leaves the store prints no second slip
    Given the next 0810 to T1 is delayed by 5 s
    When the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 0
    And the technician swipes manager card M3
    And 2 s later
    Given the power of T1 fails just before it stores the inspection report
    When 10 s later
    And the power of T1 returns
    And the clerk signs in
    Then T1 has been inspected once
    And T1 has printed the inspection slip once

  @O-07 @S-11
  Scenario: Other numbers wait for the reports that say the old ones
    When the line of T1 goes down
    And the technician inspects T1 with manager card M3
    And the line of T1 comes back
    And the administrator logs in as operator 99 with password 12345678
    And the administrator chooses "parameters"
    Then T1 shows "inspection kept, sent at the next contact"
    When the clerk logs in as operator 01 with password 0000
    And the clerk signs in
    Then T1 has been inspected once
    When the administrator logs in as operator 99 with password 12345678
    And the administrator chooses "parameters"
    Then T1 shows "terminal number"

  @O-02
  Scenario: A card that is pulled while the host answers is no alarm: the MAC proves the host
    Given the next 0810 to T1 is delayed by 5 s
    When the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 0
    And the technician inserts manager card M1
    And the technician types the card password 246810
    And 2 s later
    And the technician removes manager card M1
    And 10 s later
    Then T1 has been inspected once
    And the inspection is approved
    And T1 has never shown "host not authentic"
    And T1 has printed the inspection slip once

  @O-03
  Scenario: A customer's card is no manager's, and its number goes nowhere
    When the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 0
    And the technician swipes card A
    Then T1 shows "card not read, try again"
    And T1 has sent nothing

  @O-09
  Scenario: Whoever mistypes his number can still put his card in
    When the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 0
    And 50 s later
    And the technician types 8600000000000016
    Then T1 shows "wrong entry, type again"
    When 15 s later
    And the technician inserts manager card M1
    And the technician types the card password 246810
    Then the inspection is approved

  @O-09
  Scenario: Nobody is waited for longer than that
    When the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 0
    And 90 s later
    Then the inspection is cancelled
