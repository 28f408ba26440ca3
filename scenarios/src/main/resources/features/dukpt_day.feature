@keys
Feature: A day of a terminal under DUKPT

  Background:
    Given T1 starts signed-in
    And card A starts with a balance of 100.00 yuan

  Scenario: A sale is made under the next KSN, and its answer is proved under the same
    Given T1 follows the policy keyScheme = dukptTdes
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the last 0200 from T1 has F57 FFFF9876540000200001
    And the last 0200 from T1 has a good MAC
    And the last 0210 to T1 has a good MAC
    And T1 has sent 0800 0 times

  Scenario: A lost answer is reversed under the next KSN, and the next sale has one more
    Given T1 follows the policy keyScheme = dukptAes
    And the next 0210 to T1 is lost
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk sells goods for 10.00 yuan with card A
    Then the 2nd sale is approved
    And the last 0400 from T1 has F57 987654320000000100000002
    And the last 0200 from T1 has F57 987654320000000100000003
    And the balance of card A is 90.00 yuan

  Scenario: A recorded sale is refused by its KSN alone
    Given T1 follows the policy keyScheme = dukptTdes
    And the host does not check the trace number
    When the clerk sells goods for 25.00 yuan with card A
    And the 1st 0200 from T1 is replayed
    Then the last 0210 to T1 has F39 A0
    And the host has posted the sale once

  Scenario: A terminal whose keys are used up sells after the next load
    Given T1 follows the policy keyScheme = dukptTdes
    And T1 follows the policy dukptCounter = 1FF800
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk sells goods for 10.00 yuan with card A
    Then the 2nd sale is refused by the terminal
    And T1 is unloaded
    When the technician injects the master key into T1 with the mother POS
    And the clerk sells goods for 10.00 yuan with card A
    Then the 3rd sale is approved
    And the last 0200 from T1 has F57 FFFF9876540000400001
