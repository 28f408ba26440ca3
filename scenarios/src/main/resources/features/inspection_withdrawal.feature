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
