@keys
Feature: A terminal is withdrawn at an inspection
  With its keys it loses the chance to take money back, so that there must be none in it.

  Background:
    Given T1 starts signed-in
    And manager card M1 has the password 246810 and 3 tries

  @O-10
  Scenario: A terminal with an open batch is settled first
    When the clerk sells goods for 25.00 yuan with card A
    And the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 4
    Then T1 shows "settle first"
    And the inspection is refused by the terminal
    When the clerk settles
    Then the settlement is approved
    When the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 4
    And the technician inserts manager card M1
    And the technician types the card password 246810
    Then the last inspection is approved
    And the master key of T1 is EMPTY

  @O-10
  Scenario: A terminal with an open reversal sends it first
    Given the next 0210 to T1 is lost
    When the clerk sells goods for 25.00 yuan with card A
    And the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 4
    Then T1 shows "reversal still open"
    And the inspection is refused by the terminal

  @O-07 @O-10
  Scenario: A withdrawal that was kept goes before the next sign-in, under the old keys
    When the line of T1 goes down
    And the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 4
    And the technician inserts manager card M1
    And the technician types the card password 246810
    Then the inspection is unanswered
    And the master key of T1 is ACTIVE
    When the technician removes manager card M1
    And the line of T1 comes back
    And the clerk signs in
    Then the sign-in is refused by the terminal
    And T1 has sent in this order:
      | message | fields      |
      | 0800    | F62.DF52 01 |
    And T1 has been inspected once
    And T1 has printed the inspection slip once
    And T1 holds 0 inspection reports to be sent
    And the master key of T1 is EMPTY

  @O-07 @O-10
  Scenario: The answer to a withdrawal is lost, the host has closed the entry, and the report still ends
    Given the next 0810 to T1 is lost
    When the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 4
    And the technician inserts manager card M1
    And the technician types the card password 246810
    Then the inspection is unanswered
    And the master key of T1 is ACTIVE
    When the technician removes manager card M1
    And the power of the host fails
    And the power of the host returns
    And the clerk signs in
    Then the last 0810 to T1 has F39 00 and F64 present
    And T1 has been inspected once
    And T1 holds 0 inspection reports to be sent
    And the master key of T1 is EMPTY

  @O-07 @O-10
  Scenario: The host loses its power between register and table, and closes the entry when it is back
    Given the power of the host fails just after it stores the inspection report
    When the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 4
    And the technician inserts manager card M1
    And the technician types the card password 246810
    Then the inspection is unanswered
    When the technician removes manager card M1
    And the power of the host returns
    And 1 s later
    And the clerk sells goods for 25.00 yuan with card A
    Then the sale is declined with 97
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk signs in
    Then T1 has been inspected once
    And the master key of T1 is EMPTY

  @O-07 @O-10
  Scenario: A withdrawal waits for the money that has come meanwhile
    When the line of T1 goes down
    And the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 4
    And the technician inserts manager card M1
    And the technician types the card password 246810
    Then the inspection is unanswered
    When the technician removes manager card M1
    And the line of T1 comes back
    And the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    When the clerk signs in
    Then the sign-in is approved
    And T1 holds 1 inspection reports to be sent
    When the clerk settles
    Then the settlement is approved
    And T1 holds 1 inspection reports to be sent
    When the clerk signs in
    Then T1 has been inspected once
    And T1 holds 0 inspection reports to be sent
    And the master key of T1 is EMPTY

  @O-10
  Scenario: A power cut between answer and erasure leaves no key
    Given the next 0810 to T1 is delayed by 5 s
    When the technician chooses "inspection"
    And the technician types 1111111111
    And the technician types 4
    And the technician inserts manager card M1
    And the technician types the card password 246810
    And 2 s later
    Given the power of T1 fails just after it stores the inspection report
    When 10 s later
    Then the master key of T1 is ACTIVE
    When the power of T1 returns
    And 5 s later
    Then the master key of T1 is EMPTY
    And T1 holds 0 inspection reports to be sent
    And T1 has printed the inspection slip once
    And T1 is unloaded

  @O-10
  Scenario: Whoever could have changed the report on the line withdraws nothing
    Given T2 starts unloaded
    When the technician of T2 chooses "inspection"
    And the technician of T2 types 1111111111
    And the technician of T2 types 4
    And the technician of T2 inserts manager card M1
    And the technician of T2 types the card password 246810
    Then the inspection of T2 is approved
    And the service desk of T2 has noted "withdrawn, which nothing proves"
    When the technician of T2 removes manager card M1
    Given the host has opened a work order for T2
    When the manager downloads the master key to T2 with manager card M1
    Then the key download of T2 is approved
