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
    And the report counts the inspections as "1 of 1 terminals; chip 0, stripe 0, typed 1; good 1"
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

  @O-07
  Scenario: Without a line the report is kept, over a power cut too, and sent with the next sign-in
    When the line of T1 goes down
    And the technician inspects T1 with manager card M1
    Then T1 shows "inspection kept, sent at the next contact"
    And the inspection is unanswered
    And T1 holds 1 inspection reports to be sent
    When 1 s later
    And the power of T1 fails
    And the line of T1 comes back
    And the power of T1 returns
    Then T1 has been inspected 0 times
    And T1 holds 1 inspection reports to be sent
    When the clerk signs in
    Then T1 has been inspected once
    And the last inspection of T1 is graded STRONG
    And T1 holds 0 inspection reports to be sent
    When the clerk signs in
    Then T1 has been inspected once

  @O-07
  Scenario: A settlement sends what was kept, oldest first
    When the line of T1 goes down
    And the technician inspects T1 with manager card M1
    And 61 min later
    And the technician inspects T1 with manager card M3
    Then T1 holds 2 inspection reports to be sent
    When the line of T1 comes back
    And the clerk settles
    Then T1 has sent in this order:
      | message | fields      |
      | 0800    | F62.DF52 01 |
      | 0800    | F62.DF52 02 |
      | 0500    | F60.3 201   |
    And T1 has been inspected twice
    And T1 holds 0 inspection reports to be sent

  @O-07
  Scenario: A report whose answer was lost is one inspection
    Given the next 0810 to T1 is lost
    When the technician inspects T1 with manager card M1
    Then the inspection is unanswered
    And T1 has been inspected once
    And T1 holds 1 inspection reports to be sent
    When the power of the host fails
    And the power of the host returns
    And the clerk signs in
    Then T1 has been inspected once
    And T1 holds 0 inspection reports to be sent
    And the last inspection slip of T1 reads "00000001"

  @O-07
  Scenario: A power cut between store and line loses nothing
    Given the power of T1 fails just after it stores the inspection report
    When the technician inspects T1 with manager card M1
    And the power of T1 returns
    Then T1 holds 1 inspection reports to be sent
    And T1 has been inspected 0 times
    When the clerk signs in
    Then T1 has been inspected once
    And T1 holds 0 inspection reports to be sent

  @O-07
  Scenario: What the line has changed does not reach the register, and is sent once more
    Given the next 0800 from T1 is delivered with F62.DF51 changed to 3131313131313131313131
    When the technician inspects T1 with manager card M3
    Then the inspection is unanswered
    And T1 has been inspected 0 times
    When the clerk signs in
    Then T1 has been inspected once
    And the last 0800 from T1 has F62.DF51 3131313131313131313130

  @O-02
  Scenario: The key of the card binds the report of a terminal that has no keys
    Given T2 starts unloaded
    And T2 follows the policy download.mode = HARDENED
    And the host follows the policy download.mode = HARDENED
    And the next 0800 from T2 is delivered with F62.DF51 changed to 3131313131313131313131
    When the technician inspects T2 with manager card M1
    Then the inspection is declined with D8
    And T2 has been inspected 0 times

  @O-08 @R-01
  Scenario: Embodiment 3: key download and inspection in one visit
    Given T2 starts unloaded
    And the host has opened a work order for T2
    And T2 follows the policy inspection.afterDownload = true
    When the manager downloads the master key to T2 with manager card M1
    Then the key download of T2 is approved
    And the inspection of T2 is approved
    And the last inspection of T2 is graded STRONG
    And the inspection of T2 took these steps:
      | step   |
      | S51    |
      | S52    |
      | S53-IC |
      | S54-IC |
      | S55-IC |
      | S56    |
    And the work order for T2 is closed
    And the work order for T2 holds a download and an inspection

  @O-09
  Scenario: Three tries at a card that cannot be read, then the next medium
    When the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 0
    And the technician inserts manager card M3
    Then T1 shows "card not read, try again"
    When the technician removes manager card M3
    And the technician inserts manager card M3
    Then T1 shows "card not read, try again"
    When the technician removes manager card M3
    And the technician inserts manager card M3
    Then T1 shows "swipe the manager card, or type its number"
    When the technician swipes manager card M3
    Then the inspection is approved
    And the next 0800 from T1 has F62.DF52 02 and F62.DF54 01
    And the last inspection of T1 is graded WEAK

  @O-10
  Scenario: A terminal that is withdrawn has no keys any more, and no entry
    When the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 4
    And the technician inserts manager card M1
    And the technician types the card password 246810
    Then the inspection is approved
    And the master key of T1 is EMPTY
    And T1 is unloaded
    When the technician inspects T1 with manager card M1
    Then the last inspection is declined with 97

  @O-11
  Scenario: A quarter without a visit
    Given the host follows the policy inspection.every = 2160h
    And the host follows the policy inspection.grace = 720h
    When the technician inspects T1 with manager card M1
    And 89 days later
    And the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    When 2 days later
    Then the service desk of T1 has noted "inspection overdue"
    When the clerk sells goods for 25.00 yuan with card A
    Then the last sale is approved
    When 30 days later
    Then the service desk of T1 has noted "limited until inspected"
    When the clerk sells goods for 25.00 yuan with card A
    Then the last sale is declined with 58
    When the technician inspects T1 with manager card M1
    Then the service desk of T1 has noted "inspected, not overdue any more"
    When the clerk sells goods for 25.00 yuan with card A
    Then the last sale is approved

  @O-15
  Scenario: One machine, one code
    When the host binds T1 to merchant number 898110058120002
    Then the host holds T1 under merchant number 898110054110001
    And the service desk of T1 has noted "not bound to 898110058120002"
    When the clerk signs in
    Then the sign-in is approved
    When the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 3
    And the technician types 8600000000000015
    Then the inspection is approved
    When the host binds T1 to merchant number 898110058120002
    Then the host holds T1 under merchant number 898110054110001
    When 61 min later
    And the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 3
    And the technician inserts manager card M1
    And the technician types the card password 246810
    Then the last inspection is approved
    When the host binds T1 to merchant number 898110058120002
    Then the host holds T1 under merchant number 898110058120002
    When the technician removes manager card M1
    And the clerk signs in
    Then the last sign-in is declined with 97
    When the host binds T1 to merchant number 898110054110001
    Then the host holds T1 under merchant number 898110058120002
    And the service desk of T1 has noted "not bound to 898110054110001"
    When the clerk signs in
    Then the last sign-in is declined with 97

  @O-18
  Scenario: The number of a manager who has left is refused everywhere
    When the technician inspects T1 with manager card M1
    Then the inspection is approved
    Given the host has registered manager card M1 as revoked
    And T2 starts signed-in
    And T4 starts unloaded
    And the host has opened a work order for T4
    When the technician inspects T2 with manager card M1
    Then the inspection of T2 is declined with D4
    When the technician of T2 chooses "inspection"
    And the technician of T2 types 8600000000000015
    Then the last inspection of T2 is declined with D4
    When the manager downloads the master key to T4 with manager card M1
    Then the key download of T4 is declined with D4
    When the technician inspects T2 with manager card M2
    Then the last inspection of T2 is approved

  @O-18
  Scenario: From that second, in the middle of a download too
    Given T2 starts unloaded
    And the host has opened a work order for T2
    And the next 0800 from T2 with F60.3 442 is delayed by 30 s
    When the manager starts the master key download on T2
    And the manager inserts manager card M1
    And the manager types the card password 246810
    And 10 s later
    Given the host has registered manager card M1 as revoked
    When 60 s later
    Then the key download of T2 is declined with D4
    And the master key of T2 is EMPTY

  @R-07
  Scenario: Coverage, medium and equipment state
    Given T2 starts signed-in
    And T4 starts signed-in
    When the clerk of T2 signs in
    And the clerk of T4 signs in
    And the technician inspects T1 with manager card M1
    And 61 min later
    And the technician inspects T1 with manager card M3
    And 61 min later
    And the technician of T1 chooses "inspection"
    And the technician of T1 types 1111111119
    And the technician of T1 types 1
    And the technician of T1 types 8600000000000023
    Then the last inspection of T1 is approved
    And the report counts the inspections as "1 of 3 terminals; chip 1, stripe 1, typed 1; good 2, faulty 1"
